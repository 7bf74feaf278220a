import { open } from '../reaching.ts';
import { gatewayTarget } from '../rows.ts';

export default open(
  gatewayTarget('http://tools.example.com/mcp'),
  gatewayTarget('https://tools.example.com/mcp'),
);
