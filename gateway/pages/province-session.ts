import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { sha256Hex } from '../auth/web-crypto.ts';
import { Problem } from '../http/problem.ts';
import { sameSecret } from '../http/secret-token.ts';
import type { PageLanguage } from './texts.ts';

const COOKIE = 'tram_province';
const LANGUAGE_COOKIE = 'tram_province_lang';

/** What the cookie holds: not the token itself, so that a cookie cannot be used to log in elsewhere. */
const sessionOf = (token: string): string => sha256Hex(`province page ${token}`);

/** Turns the login address into a cookie of this browser. */
export function logIn(context: Context, token: string): void {
  if (!sameSecret(context.req.query('token') ?? '', token))
    throw new Problem('not-permitted', 'the access token of the province page is not right');
  const secure = context.req.header('x-forwarded-proto') === 'https';
  setCookie(context, COOKIE, sessionOf(token), { httpOnly: true, sameSite: 'Lax', path: '/', secure });
}

/** True for a browser that has logged in, or a program that shows the token as bearer. */
export function isLoggedIn(context: Context, token: string): boolean {
  const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) return sameSecret(bearer, token);
  return sameSecret(getCookie(context, COOKIE) ?? '', sessionOf(token));
}

/** A change must come from this page itself (or from a program without an origin). */
export function mustBeSameOrigin(context: Context): void {
  const origin = context.req.header('origin');
  if (origin !== undefined && new URL(context.req.url).host !== hostOf(origin))
    throw new Problem('not-permitted', 'the request comes from another site');
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/** The language asked for, remembered in this browser. */
export function languageOf(context: Context): PageLanguage {
  const asked = context.req.query('lang');
  if (asked === 'vi' || asked === 'en') {
    setCookie(context, LANGUAGE_COOKIE, asked, { sameSite: 'Lax', path: '/' });
    return asked;
  }
  return getCookie(context, LANGUAGE_COOKIE) === 'en' ? 'en' : 'vi';
}
