import { z } from 'zod';
import { hasUnseenCharacters, hasUnseenInLines, isComposed } from '../../lib/plain-text.ts';

const isFilled = (text: string): boolean => text.trim().length > 0;

/** One line of text a clerk may enter: NFC, no control or direction characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !hasUnseenCharacters(text), 'unseen characters')
    .refine(isComposed, 'not NFC');

/** A line that may not be empty. */
export const required = (max: number) => line(max).refine(isFilled, 'empty');

/** Text of several lines. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !hasUnseenInLines(text), 'unseen characters')
    .refine(isComposed, 'not NFC');

/** Text of several lines that may not be empty. */
export const requiredParagraph = (max: number) => paragraph(max).refine(isFilled, 'empty');

/** số định danh cá nhân */
export const personalId = z.string().regex(/^\d{12}$/);

/** số điện thoại, as `0…` */
export const phone = z.string().regex(/^0\d{9,10}$/);
