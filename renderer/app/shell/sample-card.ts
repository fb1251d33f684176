/** Fictional people of the demonstration, as the QR of a citizen card writes them: seven fields between `|`. */
const cards = [
  '077192000018|273100018|Trần Thị Minh Họa|14081992|Nữ|Tổ 12, ấp Mẫu, xã Mẫu, tỉnh Mẫu|22072021',
  '077090000027|273100027|Nguyễn Văn Thí Dụ|05021990|Nam|Tổ 3, ấp Ví Dụ, xã Mẫu, tỉnh Mẫu|10052022',
  '077185000036|273100036|Lê Thị Giả Định|30111985|Nữ|Tổ 7, ấp Minh Họa, xã Mẫu, tỉnh Mẫu|15092021',
  '077201000045||Phạm Tập Huấn|19032001|Nam|Tổ 5, ấp Mẫu, xã Mẫu, tỉnh Mẫu|02122023',
] as const;

let next = 0;

/** The text a scanner would deliver for the next sample card, one after the other. */
export function sampleCard(): string {
  const card = cards[next % cards.length] ?? cards[0];
  next += 1;
  return card;
}
