import { DEMONSTRATION } from '../../shared/host/demonstration.ts';

/** What is printed when no window can be opened: ten plain lines, enough to begin. */
export function startingWords(url: string, folder: string): string {
  return [
    'Trạm đang chạy: văn phòng minh họa (dữ liệu mẫu). / Trạm is running: the demonstration office.',
    `Mở địa chỉ này trong Chromium, Chrome hoặc Edge trên máy này: / Open this in a browser on this machine:`,
    `  ${url}`,
    `Công chức mẫu / demo clerk: ${DEMONSTRATION.clerk} · PIN ${DEMONSTRATION.pin}`,
    `Dữ liệu nằm ở / data lie in: ${folder}`,
    'Thử tiếp / try next:  1. F2 tiếp nhận một hồ sơ, F9 ghi và in giấy hẹn / receive a dossier, write it down, print the slip',
    '  2. «Cắt mạng», nhận thêm vài hồ sơ, rồi «Nối lại» / cut the line, receive some more, mend it',
    '  3. «Mở trang tỉnh» để xem hồ sơ đã đến tỉnh / see them arrive at the province',
    '  4. npm run demo: cả một ngày làm việc, tự chạy / a whole day by itself',
    'Dừng: Ctrl+C. / Stop: Ctrl+C.',
  ].join('\n');
}
