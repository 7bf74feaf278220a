export function dangerOf(module: string, _name: string): string | undefined {
  return /^(os|posix|nt|subprocess|builtins|sys|runpy|socket|webbrowser)\b/.test(module)
    ? 'runs a command'
    : undefined;
}
