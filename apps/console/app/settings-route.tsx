import { useDocumentTitle } from '@mantine/hooks';
import { AiSettings } from '../features/ai/ai-settings';
import { BlockRules } from '../features/connections/block-rules';
import { ConnectionList } from '../features/connections/connection-list';
import { KnowledgeLink } from '../features/knowledge/knowledge-link';
import { RulesLink } from '../features/policies/rules-link';
import { Acknowledge } from '../features/settings/acknowledge';
import { Appearance } from '../features/settings/appearance';
import { Mine } from '../features/settings/mine';
import { useMe } from '../lib/session';
import css from './settings-route.module.css';

export function SettingsRoute() {
  useDocumentTitle('Settings · Satchel');
  const { person, workspace } = useMe();
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <h1>Settings</h1>
        <p className={css.lead}>
          {workspace.name} · signed in as {person.name} ({person.role})
        </p>
        <AiSettings />
        <RulesLink />
        <KnowledgeLink />
        <ConnectionList />
        <Acknowledge />
        <BlockRules />
        <Mine />
        <Appearance />
      </div>
    </div>
  );
}
