import 'reflect-metadata';
import { type Command, commands } from './commands';
import { sentenceOf } from './start/problems';

function help(): void {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  console.log(['npm start runs everything. Beside it: npm run cli -- <command>', '', ...lines].join('\n'));
}

async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === 'help' || name === '--help') {
    help();
    return 0;
  }
  const command: Command | undefined = commands.find((it) => it.name === name);
  if (!command) {
    console.error(`There is no command "${name}".\n`);
    help();
    return 1;
  }
  return command.run(args);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentenceOf(error) ?? (error instanceof Error ? error.stack : error));
    process.exit(1);
  },
);
