import pLimit from 'p-limit';
import { getHealth, type Health, healthItem } from './health.ts';

const inOrder = pLimit(1);

/** Changes the health by what it is; calls are served in order. Only for the background. */
export function changeHealth(change: (health: Health) => Health | Promise<Health>): Promise<Health> {
  return inOrder(async () => {
    const before = await getHealth();
    const health = await change(before);
    if (health !== before) await healthItem.setValue(health);
    return health;
  });
}
