import { commerceConformance } from '../commerce.conformance';
import { lightspeedTwin } from './conformance-twin';

commerceConformance('Lightspeed', async () => {
  const twin = await lightspeedTwin();
  // A walk asks for each order by itself, and this suite walks over a thousand.
  await twin.settings({ limits: [20_000, 60_000, 288_000] });
  return twin;
});
