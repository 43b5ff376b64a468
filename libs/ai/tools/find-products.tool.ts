import type { CommerceService } from '@satchel/commerce';
import { z } from 'zod';
import { productFacts } from './product-facts';
import type { FindProductsData } from './tool-data';
import type { AiTool } from './tool';
import { defineTool } from './tool';

const MAX_PRODUCTS = 5;

export const findProductsTool = (commerce: Pick<CommerceService, 'products'>): AiTool =>
  defineTool({
    name: 'find_products',
    description: 'Looks for products that the shop sells, by words of their names or by an article number.',
    schema: z.strictObject({ query: z.string().trim().min(2).max(100) }),
    async run(ctx, binding, { query }) {
      const found = await commerce.products(ctx, { q: query }, MAX_PRODUCTS);
      const products = found.filter(({ active }) => active).map(productFacts);
      const data: FindProductsData = { found: products.length, products, incomplete: false };
      const source = `shop, read ${binding.now().toISOString()}`;
      return {
        ok: true,
        data,
        evidence: products.map(({ title, variants }) => ({
          label: 'Product',
          value: `${title}, ${variants.length} variants`,
          source,
        })),
        summary: `Found ${products.length} products for "${query}"`,
      };
    },
  });
