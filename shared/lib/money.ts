import type { Language } from './local-time.ts';

/** Whole đồng with grouped thousands: `50.000 đồng`, in English `50,000 VND`. */
export function formatMoney(dong: number, language: Language = 'vi'): string {
  const grouped = String(Math.trunc(dong)).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  return language === 'vi' ? `${grouped} đồng` : `${grouped} VND`;
}
