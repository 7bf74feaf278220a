/**
 * The report reads without it: this only shows the filter and hides what does not match. It is text here
 * because it runs in the reader's browser, and it is admitted by its hash.
 */
export const SCRIPT = `
(() => {
  const form = document.getElementById('filter');
  if (!form) return;
  const shown = document.getElementById('shown');
  const findings = [...document.querySelectorAll('.finding')];
  const groups = [...document.querySelectorAll('.check')];
  const text = new Map(findings.map((finding) => [
    finding,
    (finding.textContent + ' ' + finding.closest('.check').querySelector('header').textContent).toLowerCase(),
  ]));
  const apply = () => {
    const words = form.elements.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const severity = form.elements.severity.value;
    const cloud = form.elements.cloud.value;
    let visible = 0;
    for (const finding of findings) {
      const matches =
        (!severity || finding.dataset.severity === severity) &&
        (!cloud || finding.dataset.cloud === cloud) &&
        words.every((word) => text.get(finding).includes(word));
      finding.hidden = !matches;
      if (matches) visible++;
    }
    for (const group of groups) group.hidden = !group.querySelector('.finding:not([hidden])');
    if (words.length || cloud)
      for (const more of document.querySelectorAll('details.more')) more.open = true;
    shown.textContent = visible + ' of ' + findings.length + ' shown';
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
})();
`;
