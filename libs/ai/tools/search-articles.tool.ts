import { z } from 'zod';
import { clean, cleanLine } from '../text/normalise';
import type { ArticleSearch } from './article-search';
import { safeUrl } from './order-facts';
import type { SearchArticlesData } from './tool-data';
import type { AiTool } from './tool';
import { defineTool } from './tool';

const MOST = 4;
const PASSAGE_CHARS = 1_500;

export const searchArticlesTool = (articles: ArticleSearch): AiTool =>
  defineTool({
    name: 'search_articles',
    description:
      "Searches the shop's own articles and policies (delivery, returns, payment, care ...). State only what a passage says, and cite it by its `cite`.",
    schema: z.strictObject({ query: z.string().trim().min(2).max(300) }),
    async run(ctx, binding, { query }) {
      const found = await articles.search(ctx, { text: query, language: binding.language ?? null, limit: MOST });
      const passages = found.slice(0, MOST).map(({ cite, title, text, url, updatedAt, score }) => ({
        cite,
        title: cleanLine(title, 120),
        text: clean(text, PASSAGE_CHARS),
        url: safeUrl(url),
        updatedAt,
        score,
      }));
      const data: SearchArticlesData = { found: passages.length, passages };
      return {
        ok: true,
        data,
        evidence: passages.map(({ cite, title, updatedAt }) => ({
          label: title,
          value: cite,
          source: `article of ${updatedAt.slice(0, 10)}`,
        })),
        summary: `Found ${passages.length} passages`,
      };
    },
  });
