import type { Frame, Page, Route } from '@playwright/test';
import { windows } from './browser-window.ts';
import { handlerOf, isPrivileged, toApp } from './scheme.ts';
import type { DoubleWebContents } from './web-contents.ts';
import { newEvent, record } from './world.ts';

/** Every request of the driven Chromium: navigations are judged by the application, its own scheme is served by it. */
export async function answerRequest(route: Route): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  const frame = frameOf(route);
  if (frame && request.isNavigationRequest() && !frame.parentFrame()) {
    const contents = await contentsOf(frame.page());
    if (contents && !contents.expected.has(request.url()) && !mayNavigate(contents, url))
      return route.abort('aborted');
  }
  const handler = handlerOf(url);
  if (!handler) return isPrivileged(url) ? route.abort('failed') : route.continue();
  try {
    const answer = await handler(
      new Request(url, { method: request.method(), headers: await request.allHeaders() }),
    );
    const body = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
  } catch (error) {
    console.error('electron double: the protocol handler failed', error);
    await route.abort('failed').catch(() => undefined);
  }
}

function mayNavigate(contents: DoubleWebContents, url: string): boolean {
  const event = Object.assign(newEvent(), { url, isMainFrame: true });
  contents.emit('will-navigate', event, url);
  if (event.defaultPrevented) record('blocked-navigation', url);
  return !event.defaultPrevented;
}

async function contentsOf(page: Page): Promise<DoubleWebContents | undefined> {
  for (const { webContents } of windows) if ((await webContents.page) === page) return webContents;
  return undefined;
}

/** Requests of workers have no frame. */
function frameOf(route: Route): Frame | undefined {
  try {
    return route.request().frame();
  } catch {
    return undefined;
  }
}
