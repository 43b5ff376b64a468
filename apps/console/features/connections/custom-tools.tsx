import { Button, Checkbox, Group } from '@mantine/core';
import type { ConnectionBody, CustomOperationBody, McpToolBody } from '@satchel/contracts';
import { useState } from 'react';
import { Pill } from '../../ui/pill';
import css from './connections.module.css';
import own from './custom.module.css';
import { refusalOf, useSaveOperations } from './use-custom';

interface Props {
  connection: ConnectionBody;
  tools: CustomOperationBody[];
  onTry: (tool: CustomOperationBody) => void;
}

/** Which tools of an MCP server may be used. What its server says of them are its own words. */
export function CustomTools({ connection, tools, onTry }: Props) {
  const [changed, setChanged] = useState<Record<string, boolean>>({});
  const save = useSaveOperations(connection);
  const isTicked = ({ name, allowed }: CustomOperationBody): boolean => changed[name] ?? allowed;
  const store = (): void => {
    const chosen = tools.filter(isTicked).map((tool): McpToolBody => {
      const { name, effect, definition } = tool;
      return definition && !('path' in definition) ? { ...definition, name, effect } : { name, effect };
    });
    save.mutate({ tools: chosen }, { onSuccess: () => setChanged({}) });
  };
  return (
    <>
      <ul className={own.rows} aria-label={`Tools of ${connection.label}`}>
        {tools.map((tool) => (
          <li key={tool.name}>
            <Checkbox
              className={own.about}
              label={tool.label}
              description={tool.description}
              checked={isTicked(tool)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                setChanged((all) => ({ ...all, [tool.name]: checked }));
              }}
            />
            <Group gap={6}>
              <Pill tone={tool.effect === 'write' ? 'amber' : 'neutral'}>
                {tool.effect === 'write' ? 'Changes' : 'Reads'}
              </Pill>
              {tool.destructive && <Pill tone="red">May destroy</Pill>}
              {tool.allowed && (
                <Button size="compact-xs" variant="subtle" aria-label={`Try ${tool.label}`} onClick={() => onTry(tool)}>
                  Try it
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      <div role="alert">{save.error && <p className={css.refused}>{refusalOf(save.error)}</p>}</div>
      <Button
        size="compact-sm"
        variant="default"
        mt={8}
        loading={save.isPending}
        disabled={Object.keys(changed).length === 0}
        onClick={store}
      >
        Save what may be used
      </Button>
    </>
  );
}
