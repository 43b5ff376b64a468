import type { MessageTemplateBody } from '@satchel/contracts';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import type { GraphClient } from '../../vendor/meta/graph.client';

const MAX_PAGES = 10;

/** Approved templates that words alone can fill. */
export async function cloudTemplates(graph: GraphClient, businessAccountId: string): Promise<MessageTemplateBody[]> {
  const templates: MessageTemplateBody[] = [];
  let after = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await graph.get(`/${businessAccountId}/message_templates`, {
      status: 'APPROVED',
      fields: 'name,language,status,category,parameter_format,components',
      limit: '100',
      ...(after && { after }),
    });
    templates.push(...listIn(answer.data).flatMap(templateOf));
    const paging = fieldsIn(answer.paging);
    after = paging.next === undefined ? '' : textIn(fieldsIn(paging.cursors).after);
    if (after === '') break;
  }
  return templates;
}

function templateOf(given: unknown): MessageTemplateBody[] {
  const it = fieldsIn(given);
  const components = listIn(it.components).map(fieldsIn);
  const body = textIn(components.find((one) => one.type === 'BODY')?.text);
  const name = textIn(it.name);
  const language = textIn(it.language);
  const isUsable = it.status === 'APPROVED' && it.parameter_format !== 'NAMED' && body !== '' && name !== '';
  if (!isUsable || components.some(needsMore)) return [];
  const category = textIn(it.category) || null;
  return [{ id: `${name}/${language}`, name, language, category, body, params: blanksIn(body) }];
}

export function blanksIn(body: string): number {
  return new Set([...body.matchAll(/\{\{\s*(\d+)\s*\}\}/g)].map((match) => match[1])).size;
}

/** A picture in the header, a blank in a header or in a button's address, a one-time code: nobody types those here. */
function needsMore(component: Record<string, unknown>): boolean {
  if (component.type === 'BODY' || component.type === 'FOOTER') return false;
  if (component.type === 'HEADER') return component.format !== 'TEXT' || textIn(component.text).includes('{{');
  if (component.type !== 'BUTTONS') return true;
  return listIn(component.buttons)
    .map(fieldsIn)
    .some(
      (button) =>
        textIn(button.url).includes('{{') || !['QUICK_REPLY', 'URL', 'PHONE_NUMBER'].includes(textIn(button.type)),
    );
}
