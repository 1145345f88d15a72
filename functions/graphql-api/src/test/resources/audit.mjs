// Prints one line per audit of graphql-http: result, id, name, reason; parted by tabs. Run where graphql-http is installed.
import { serverAudits } from 'graphql-http';

for (const audit of serverAudits({ url: process.argv[2] })) {
  const result = await audit.fn();
  console.log([result.status, result.id, result.name, result.reason ?? ''].join('\t'));
}
