import { newGraphId } from './account';

export interface Template {
  id: string;
  name: string;
  language: string;
  category: string;
  status: 'APPROVED' | 'PENDING' | 'REJECTED';
  components: {
    type: string;
    text?: string;
    format?: string;
    example?: object;
    buttons?: { type: string; text: string }[];
  }[];
}

const seeded: Template[] = [
  {
    id: '501000000000001',
    name: 'order_update',
    language: 'en_US',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [
      {
        type: 'BODY',
        text: 'Hello {{1}}, there is news about your order {{2}}. Reply here to hear more.',
        example: { body_text: [['Anna', '#1001']] },
      },
      { type: 'FOOTER', text: 'Fernhill Outfitters' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Tell me more' }] },
    ],
  },
  {
    id: '501000000000002',
    name: 'delivery_delay',
    language: 'de',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [
      {
        type: 'BODY',
        text: 'Deine Bestellung {{1}} kommt leider etwas später an.',
        example: { body_text: [['#1001']] },
      },
    ],
  },
  {
    id: '501000000000003',
    name: 'feedback_request',
    language: 'en_US',
    category: 'MARKETING',
    status: 'PENDING',
    components: [{ type: 'BODY', text: 'How did we do, {{1}}?', example: { body_text: [['Anna']] } }],
  },
];

export class Templates {
  private templates = [...seeded];

  reset(): void {
    this.templates = [...seeded];
  }

  list(filter: { name?: string; status?: string; language?: string }): Template[] {
    return this.templates.filter(
      (one) =>
        (!filter.name || one.name === filter.name) &&
        (!filter.status || one.status === filter.status.toUpperCase()) &&
        (!filter.language || one.language === filter.language),
    );
  }

  add(given: Pick<Template, 'name' | 'language' | 'category' | 'components'>): Template {
    const template: Template = { id: newGraphId(), status: 'PENDING', ...given };
    this.templates.push(template);
    return template;
  }

  remove(name: string): boolean {
    const left = this.templates.filter((one) => one.name !== name);
    const removed = left.length < this.templates.length;
    this.templates = left;
    return removed;
  }

  find(name: string, language: string): Template | undefined {
    return this.templates.find((one) => one.name === name && one.language === language);
  }
}

export const bodyOf = (template: Template): string =>
  template.components.find((part) => part.type === 'BODY')?.text ?? '';

export const blanksOf = (template: Template): number => new Set(bodyOf(template).match(/\{\{\w+\}\}/g) ?? []).size;

export const filled = (template: Template, values: string[]): string =>
  bodyOf(template).replace(/\{\{(\d+)\}\}/g, (blank, number: string) => values[Number(number) - 1] ?? blank);
