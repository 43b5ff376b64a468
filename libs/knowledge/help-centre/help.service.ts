import { Clock, Config, type Ctx, Database, Secrets, SYSTEM } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../knowledge.service';
import { escapeHtml as e } from '../markdown/escape-html';
import { htmlOf } from '../markdown/markdown';
import { baseOf } from '../passages/language';
import { plainText } from '../passages/plain-text';
import { HelpCentreHost, type Shop } from './help-centre.port';
import {
  alternatesOf,
  everyArticle,
  languagesShown,
  listed,
  type Listed,
  type Shown,
  shown,
  vote,
} from './help.queries';
import { excerpt } from './highlight';
import { layout, type Page } from './layout';
import { HelpLimits } from './limits';
import { styleOf } from './style';
import { wordsFor } from './words';

export interface Visit {
  host: string;
  ip: string;
  agent: string;
}

export interface Answer {
  status: number;
  html: string;
}

export interface ContactForm {
  name?: string;
  email?: string;
  subject?: string;
  message?: string;
  /** Hidden from people: only programs fill it in. */
  website?: string;
  token?: string;
}

const MOST_FROM_VISITOR = 5;
const MOST_FROM_ALL = 200;
const MOST_SEARCHES = 300;
/** Nobody writes a message faster; and a form may stay open over night. */
const LEAST_FORM_MS = 2_000;
const MOST_FORM_MS = 24 * 3_600_000;
const MAIL = /^[^\s@"<>]{1,64}@[^\s@"<>]{1,190}\.[^\s@"<>]{2,63}$/;

/** The pages that a shop's customers read. */
@Injectable()
export class HelpService {
  constructor(
    private readonly host: HelpCentreHost,
    private readonly knowledge: KnowledgeService,
    private readonly limits: HelpLimits,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The language that a reader wants and that there is. */
  async languageFor(visit: Visit, accepts: string): Promise<string> {
    const place = await this.place(visit);
    if (!place) return 'en';
    const wanted = accepts.split(',').map((one) => baseOf(one.split(';')[0]?.trim() ?? ''));
    return wanted.find((one) => place.languages.includes(one)) ?? place.languages[0] ?? 'en';
  }

  async home(visit: Visit, language: string): Promise<Answer | null> {
    const place = await this.place(visit);
    if (!place) return null;
    const words = wordsFor(language);
    const articles = await listed(place.ctx, language);
    if (articles.length === 0 && place.languages.length > 0 && !place.languages.includes(language)) return null;
    const sections = new Map<string, Listed[]>();
    for (const one of articles) sections.set(one.section, [...(sections.get(one.section) ?? []), one]);
    // What has no section stands last.
    const inOrder = [...sections].sort(([a], [b]) => Number(a === '') - Number(b === ''));
    const html = inOrder.map(
      ([section, list]) =>
        `<section><h2>${e(section || words.more)}</h2><ul class="list">${list.map(link).join('')}</ul></section>`,
    );
    return this.page(place, language, {
      title: `${words.help} – ${place.shop.name}`,
      description: `${place.shop.name}: ${words.help}`,
      canonical: this.url(`/help/${language}`),
      alternates: place.languages.map((one) => ({ language: one, url: this.url(`/help/${one}`) })),
      html: `<h1>${e(words.help)}</h1><div class="sections">${html.join('') || `<p>${e(words.empty)}</p>`}</div>`,
    });
  }

  async article(visit: Visit, language: string, slug: string, thanked: boolean): Promise<Answer | null> {
    const place = await this.place(visit);
    const article = place && (await shown(place.ctx, language, slug));
    if (!place || !article) return null;
    const words = wordsFor(language);
    const text = plainText(article.body);
    const canonical = this.urlOf(article);
    const alternates = await alternatesOf(place.ctx, article.id);
    const date = article.publishedAt.toISOString();
    return this.page(place, language, {
      title: `${article.title} – ${place.shop.name}`,
      description: text.replace(/\s+/g, ' ').slice(0, 160),
      canonical,
      alternates: alternates.map((one) => ({ language: one.language, url: this.urlOf(one) })),
      data: {
        '@context': 'https://schema.org',
        '@type': 'Article',
        headline: article.title.slice(0, 110),
        inLanguage: language,
        dateModified: date,
        mainEntityOfPage: canonical,
        publisher: { '@type': 'Organization', name: place.shop.name },
      },
      html: `<nav class="dim"><a href="/help/${e(language)}">${e(words.home)}</a>${article.section ? ` › ${e(article.section)}` : ''}</nav>
<article><h1>${e(article.title)}</h1>
<p class="dim">${e(words.updated)} <time datetime="${date}">${e(dateIn(language, article.publishedAt))}</time></p>
${htmlOf(article.body)}</article>
${thanked ? `<p class="helpful" role="status">${e(words.thanks)}</p>` : this.question(article, language)}`,
    });
  }

  async search(visit: Visit, language: string, query: string): Promise<Answer | null> {
    const place = await this.place(visit);
    if (!place) return null;
    const words = wordsFor(language);
    const asked = query.trim().slice(0, 200);
    const may = this.limits.allows(`search ${this.visitor(place.ctx, visit)}`, MOST_SEARCHES);
    const found =
      asked && may
        ? await this.knowledge.search(place.ctx, {
            query: asked,
            language,
            audience: 'public',
            limit: 10,
            askedBy: 'help_centre',
          })
        : [];
    const list = found.map(({ title, text, url }) => {
      const path = url ? new URL(url).pathname : '#';
      return `<li><a href="${e(path)}">${e(title)}</a><p class="excerpt">${excerpt(text, asked)}</p></li>`;
    });
    return this.page(place, language, {
      title: `${words.search}: ${asked} – ${place.shop.name}`,
      description: words.searchFor,
      canonical: null,
      alternates: [],
      search: asked,
      html: `<h1>${e(words.results)} “${e(asked)}”</h1>${list.length > 0 ? `<ul class="list">${list.join('')}</ul>` : `<p>${e(words.nothing)}</p>`}`,
    });
  }

  /** Whether there is such an article; each visitor counts once. */
  async vote(visit: Visit, language: string, slug: string, helpful: boolean): Promise<boolean> {
    const place = await this.place(visit);
    const article = place && (await shown(place.ctx, language, slug));
    if (!place || !article) return false;
    const visitor = this.visitor(place.ctx, visit);
    await vote(place.ctx, { articleId: article.id, visitor, helpful, at: this.clock.now() });
    return true;
  }

  async contactPage(visit: Visit, language: string, state: 'new' | 'sent' | 'again' | 'later'): Promise<Answer | null> {
    const place = await this.place(visit);
    if (!place || !this.host.contact) return null;
    const words = wordsFor(language);
    const form = `<form class="contact" method="post" action="/help/${e(language)}/contact">
<input type="hidden" name="token" value="${this.token(place.ctx)}">
<label class="trap" aria-hidden="true">Website <input name="website" tabindex="-1" autocomplete="off"></label>
<label>${e(words.name)} <input name="name" autocomplete="name" maxlength="100"></label>
<label>${e(words.email)} <input name="email" type="email" autocomplete="email" maxlength="300" required></label>
<label>${e(words.subject)} <input name="subject" maxlength="200"></label>
<label>${e(words.message)} <textarea name="message" rows="8" maxlength="10000" required></textarea></label>
<div><button>${e(words.send)}</button></div></form>`;
    const note = state === 'new' ? '' : `<p class="note" role="status">${e(words[state])}</p>`;
    const page = this.page(place, language, {
      title: `${words.contact} – ${place.shop.name}`,
      description: words.contact,
      canonical: this.url(`/help/${language}/contact`),
      alternates: place.languages.map((one) => ({ language: one, url: this.url(`/help/${one}/contact`) })),
      html: `<h1>${e(words.contact)}</h1>${note}${state === 'sent' ? '' : form}`,
    });
    return { ...page, status: state === 'again' ? 422 : state === 'later' ? 429 : 200 };
  }

  async contact(visit: Visit, form: ContactForm): Promise<'sent' | 'again' | 'later'> {
    const place = await this.place(visit);
    if (!place || !this.host.contact) return 'later';
    // A program is told what a person would be told.
    if (form.website) return 'sent';
    const email = form.email?.trim() ?? '';
    const text = clean(form.message, 10_000);
    if (!MAIL.test(email) || text.length < 3 || !this.isToken(place.ctx, form.token ?? '')) return 'again';
    const mayVisitor = this.limits.allows(`contact ${this.visitor(place.ctx, visit)}`, MOST_FROM_VISITOR);
    if (!mayVisitor || !this.limits.allows(`contact ${place.ctx.workspaceId}`, MOST_FROM_ALL)) return 'later';
    const subject = clean(form.subject, 200).replace(/\s+/g, ' ') || text.replace(/\s+/g, ' ').slice(0, 80);
    await this.host.contact(place.ctx, { name: clean(form.name, 100).replace(/\s+/g, ' '), email, subject, text });
    return 'sent';
  }

  async style(visit: Visit): Promise<string> {
    const colour = (await this.place(visit))?.shop.colour ?? '';
    return styleOf(/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#1f6feb');
  }

  async sitemap(visit: Visit): Promise<string> {
    const place = await this.place(visit);
    const articles = place ? await everyArticle(place.ctx) : [];
    const groups = new Map<string, typeof articles>();
    for (const one of articles) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
    const entries = articles.map((one) => {
      const others = (groups.get(one.group) ?? []).map(
        (other) => `<xhtml:link rel="alternate" hreflang="${e(other.language)}" href="${e(this.urlOf(other))}"/>`,
      );
      return `<url><loc>${e(this.urlOf(one))}</loc><lastmod>${one.publishedAt.toISOString()}</lastmod>${others.length > 1 ? others.join('') : ''}</url>`;
    });
    const homes = (place?.languages ?? []).map((one) => `<url><loc>${e(this.url(`/help/${one}`))}</loc></url>`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${[...homes, ...entries].join('\n')}</urlset>`;
  }

  robots(): string {
    return `User-agent: *\nAllow: /help\nDisallow: /help/*/search\nDisallow: /\nSitemap: ${this.url('/help/sitemap.xml')}\n`;
  }

  async missing(visit: Visit, language: string): Promise<Answer> {
    const place = await this.place(visit);
    const { missing } = wordsFor(language);
    if (!place) return { status: 404, html: `<!doctype html><title>404</title><p>${e(missing)}</p>` };
    const html = `<h1>404</h1><p>${e(missing)}</p>`;
    const page = this.page(place, language, { title: missing, description: '', canonical: null, alternates: [], html });
    return { ...page, status: 404 };
  }

  private async place(visit: Visit): Promise<{ shop: Shop; ctx: Ctx; languages: string[] } | null> {
    const shop = await this.host.shopOf(visit.host);
    if (!shop) return null;
    const ctx = this.database.ctx(shop.workspaceId, SYSTEM);
    return { shop, ctx, languages: await languagesShown(ctx) };
  }

  private page(
    { shop, languages }: { shop: Shop; languages: string[] },
    language: string,
    page: Omit<Page, 'shop' | 'language' | 'languages' | 'contact'>,
  ): Answer {
    return { status: 200, html: layout({ ...page, shop, language, languages, contact: this.host.contact !== null }) };
  }

  private question(article: Shown, language: string): string {
    const words = wordsFor(language);
    return `<form class="helpful" method="post" action="/help/${e(language)}/${encodeURIComponent(article.slug)}/feedback">
<span>${e(words.helpful)}</span> <button name="helpful" value="yes">${e(words.yes)}</button> <button name="helpful" value="no">${e(words.no)}</button></form>`;
  }

  private url(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  private urlOf({ language, slug }: { language: string; slug: string }): string {
    return this.url(`/help/${language}/${encodeURIComponent(slug)}`);
  }

  /** Tells visitors apart without knowing them. */
  private visitor(ctx: Ctx, { ip, agent }: Visit): string {
    return this.secrets.sign('help.visitor', `${ctx.workspaceId} ${ip} ${agent}`);
  }

  private token(ctx: Ctx): string {
    const at = this.clock.now().getTime();
    return `${at}.${this.secrets.sign('help.form', `${ctx.workspaceId} ${at}`)}`;
  }

  private isToken(ctx: Ctx, token: string): boolean {
    const [at = '', signature = ''] = token.split('.');
    const age = this.clock.now().getTime() - Number(at);
    if (!(age >= LEAST_FORM_MS && age <= MOST_FORM_MS)) return false;
    return signature === this.secrets.sign('help.form', `${ctx.workspaceId} ${at}`);
  }
}

const link = ({ language, slug, title }: Listed): string =>
  `<li><a href="/help/${e(language)}/${encodeURIComponent(slug)}">${e(title)}</a></li>`;

const clean = (text: string | undefined, most: number): string => (text ?? '').replace(/\0/g, '').trim().slice(0, most);

const dateIn = (language: string, date: Date): string =>
  new Intl.DateTimeFormat(LANGUAGE_TAG.test(language) ? language : 'en', { dateStyle: 'long' }).format(date);
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z]{2})?$/i;
