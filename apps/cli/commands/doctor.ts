import { Config } from '@satchel/kernel';
import { bad, type Finding, lineOf } from '../doctor/finding';
import { diskFinding, memoryFinding, nodeFinding, platformFinding } from '../doctor/machine';
import { brainFinding, databaseFinding, dataDirFinding, filesFinding, portFindings } from '../doctor/surroundings';
import { sentenceOf } from '../start/problems';

export async function doctor(): Promise<number> {
  const findings = await look();
  for (const finding of findings) console.log(lineOf(finding));
  const worst = findings.filter(({ state }) => state === 'bad').length;
  console.log(worst ? `\n${worst} to mend before npm start works.` : '\nnpm start will work here.');
  return worst ? 1 : 0;
}

async function look(): Promise<Finding[]> {
  const findings = [nodeFinding(), memoryFinding()];
  let config: Config;
  try {
    config = Config.fromEnv();
  } catch (error) {
    return [...findings, bad('settings', 'one of them cannot be used', sentenceOf(error) ?? String(error))];
  }
  const folder = dataDirFinding(config);
  findings.push(platformFinding(config.databaseUrl === null), folder);
  if (folder.state === 'ok') findings.push(diskFinding(config.dataDir), await databaseFinding(config));
  findings.push(await filesFinding(config));
  findings.push(...(await portFindings(config)), await brainFinding(config));
  return findings;
}
