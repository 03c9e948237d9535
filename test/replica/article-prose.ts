type Some<T> = readonly [T, ...T[]];

export const HEADINGS: Some<string> = [
  'Where we started',
  'The shape of the problem',
  'What we tried first',
  'A smaller idea',
  'How it works',
  'What the numbers say',
];

export const SUBHEADINGS: Some<string> = [
  'A worked example',
  'The awkward corner case',
  'Rolling it out',
  'Trade-offs',
];

export const PARAGRAPHS: Some<string> = [
  'When the team sat down to look at this for the first time, nobody could say how often it happened. There were ' +
    'anecdotes, a dashboard that had been red for a year & a spreadsheet that only its author could read.',
  'The obvious answer was to add another service. We drew it on the whiteboard, counted the arrows, and rubbed it out ' +
    'again: every arrow would have become somebody’s pager.',
  'So we went for the plainest thing that could work — one table, one owner, one number on the wall — and promised ' +
    'ourselves to throw it away if it did not earn its keep within a quarter.',
  'It is tempting to optimise the average. But listeners do not experience an average; they experience the one request ' +
    'that took four seconds while they were standing on an escalator with a phone in one hand.',
  'Half of the work was technical. The other half was a series of conversations with the people who would have to live ' +
    'with the result, and those are the ones that changed the design.',
  'We ran both systems side by side for six weeks. The differences fell into three groups: bugs of the new one, bugs of ' +
    'the old one that everybody had come to rely on, and clocks.',
  'None of this would have been possible without a way back. Every step could be undone by one person in one minute, and ' +
    'twice it was.',
  'Looking at the results today, the gain is smaller than the prototype had suggested and larger than the sceptics had ' +
    'feared. That is about as good as it gets.',
  'We still do not know why the effect is stronger on Tuesdays. If you have an idea, we are hiring.',
];

export const LISTS: Some<readonly string[]> = [
  [
    'Write down what you expect',
    'Change one thing',
    'Look at the guardrails first',
    'Tell everybody, even if it is dull',
  ],
  ['Latency at the 99th percentile', 'Cost per thousand requests', 'Hours until a new colleague ships a change'],
  ['No owner, no pipeline', 'No alert without a runbook', 'No runbook that nobody has tried'],
];

export const CODE: Some<string> = [
  `def has_effect(control, treatment, alpha=0.05):
    estimate = treatment.mean() - control.mean()
    low, high = interval(estimate, alpha)
    return not (low <= 0 <= high)`,
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: liner-notes
spec:
  type: website
  lifecycle: production
  owner: team-reading`,
  `const cards = await Promise.all(
  posts.map(async (post) => ({ ...post, seen: await store.has(post.id) })),
);
if (cards.length < 1 && retries > 0) throw new Error('nothing to show');`,
  `SELECT week, COUNT(*) AS sessions
FROM listening
WHERE country IN ('SE', 'DE') AND ms_played > 30000
GROUP BY week
ORDER BY week DESC;`,
];

export const TABLES: Some<{ head: readonly string[]; rows: readonly (readonly string[])[] }> = [
  {
    head: ['Variant', 'Users', 'Effect', 'Decision'],
    rows: [
      ['Control', '50,210', '—', 'keep'],
      ['Nudge', '50,198', '+0.4 %', 'keep looking'],
      ['Shove', '50,304', '−1.2 %', 'stop'],
    ],
  },
  {
    head: ['Step', 'Before', 'After'],
    rows: [
      ['Build', '14 min', '6 min'],
      ['Test', '31 min', '12 min'],
      ['Release', '2 days', '4 h'],
    ],
  },
];

export const FIGURES: Some<string> = [
  'how a request travels through the system.',
  'sessions a week, before and after the change.',
  'the same data with the outliers left in.',
  'three teams, two clocks and one queue.',
];
