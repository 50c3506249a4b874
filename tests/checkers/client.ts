// A few lines as a maker of a platform writes them, over types that openapi-typescript made from our description.
import type { components, paths } from './api.js';

type Schemas = components['schemas'];
type Page = paths['/v1/programmes/{programmeId}/feed']['get']['responses'][200]['content']['application/json'];
type Year = paths['/embed/progress']['get']['responses'][200]['content']['application/json'];

const service = 'https://portfolio.example.org';

export async function pull(programme: string, token: string, after: NonNullable<paths['/v1/programmes/{programmeId}/feed']['get']['parameters']['query']>['after'] = 0): Promise<[string[], number]> {
  const answer = await fetch(`${service}/v1/programmes/${programme}/feed?after=${after}`, { headers: { Authorization: `Bearer ${token}` } });
  const page = (await answer.json()) as Page;
  return [page.entries.map((entry) => `${entry.position} ${entry.change} ${entry.trainee} ${entry.jwt ?? ''}`), page.next];
}

export function bars(year: Year): number[] {
  return year.rules.map((rule) => rule.have / Math.max(rule.need, 1));
}

export const permission: Schemas['NewConnection'] = { platformId: '0198a000-0000-7000-8000-000000000028', kinds: ['progress', 'attendance'] };
export const state: Schemas['EmbeddedRule']['state'] = 'on-track';

// What is wrong is refused, or the types would say nothing.
// @ts-expect-error there is no such kind
export const wrong: Schemas['NewConnection'] = { platformId: '', kinds: ['everything'] };
// @ts-expect-error the page has no such member
export const more = (page: Page): unknown => page.previous;
// @ts-expect-error the state is a code
export const done: Schemas['EmbeddedRule']['state'] = 'done';
