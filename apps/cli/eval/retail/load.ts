import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoData } from '../evaluation';
import { customersOf, type ShopData } from './wishes';

const FILES = ['users.json', 'orders.json', 'products.json', 'scripted_customers.jsonl'];

export async function loadShop(folder: string): Promise<ShopData> {
  const missing = FILES.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw new NoData(`${folder} has no ${missing.join(', ')}.`);
  const json = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(folder, file), 'utf8')) as T;
  const users = await json<ShopData['users']>('users.json');
  for (const [id, user] of Object.entries(users)) user.user_id = id;
  return {
    users,
    orders: await json('orders.json'),
    products: await json('products.json'),
    customers: customersOf(await readFile(join(folder, 'scripted_customers.jsonl'), 'utf8')),
  };
}
