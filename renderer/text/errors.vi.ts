/** Data: texts of every error, Vietnamese. */

import type { RefusalCode } from '../../shared/domain/refusal.ts';
import type { HostErrorCode } from '../../shared/host/host-error.ts';
import type { ErrorReply } from '../../shared/protocol/messages.ts';
import type { LineProblemCode } from '../../shared/sync/line-problem.ts';
import { type ProblemText, problem } from './problem-text.ts';

const kept = 'Dữ liệu đã lưu trên máy vẫn còn nguyên.';
const keptAct = 'Nội dung công chức đã nhập vẫn được giữ trên máy này.';
const keptQueue = 'Mọi việc chờ gửi vẫn được giữ trên máy, không cần nhập lại.';
const nothing = 'Chưa có gì bị thay đổi.';
const support = 'Ghi lại mã bên dưới và báo người hỗ trợ.';

/** Codes that are known by type; a missing text does not compile. */
type Known = RefusalCode | HostErrorCode | ErrorReply['error'] | LineProblemCode | 'unknown';

/** Nơi từ chối, tỉnh hoặc máy này. */
const refusals = {
  'dossier-exists': problem(
    'Hồ sơ này đã được tiếp nhận.',
    keptAct,
    'Mở hồ sơ đã có để kiểm tra, không tiếp nhận lại.',
  ),
  'dossier-missing': problem(
    'Không tìm thấy hồ sơ của việc này.',
    keptAct,
    'Tìm lại theo mã hồ sơ; nếu vẫn không thấy, báo người hỗ trợ.',
  ),
  'code-taken': problem(
    'Mã tạm đã được dùng cho hồ sơ khác.',
    keptAct,
    'Giữ giấy hẹn đã in và báo người hỗ trợ để đối chiếu hai hồ sơ.',
  ),
  'code-invalid': problem('Mã tạm không đúng quy cách.', keptAct, support),
  'status-moved': problem(
    'Hồ sơ đã chuyển sang trạng thái khác trước khi việc này đến.',
    keptAct,
    'Xem tiến trình mới của hồ sơ rồi làm lại việc này nếu vẫn cần.',
  ),
  'procedure-unknown': problem(
    'Thủ tục không có trong bộ thủ tục của tỉnh.',
    keptAct,
    'Chọn lại thủ tục; nếu thủ tục mới ban hành, xin tỉnh cấp bộ thủ tục mới.',
  ),
  'procedure-elsewhere': problem(
    'Thủ tục này không tiếp nhận tại đây.',
    keptAct,
    'Hướng dẫn người dân đến đúng nơi tiếp nhận.',
  ),
  'procedure-not-in-force': problem(
    'Thủ tục không còn hoặc chưa có hiệu lực vào ngày tiếp nhận.',
    keptAct,
    'Chọn thủ tục đang có hiệu lực.',
  ),
  'secret-document': problem(
    'Tài liệu mật, tối mật không được nhập vào máy này.',
    nothing,
    'Chuyển tài liệu theo quy định bảo vệ bí mật nhà nước.',
  ),
  'pack-set-unknown': problem(
    'Bộ quy định dùng cho việc này chưa có ở nơi nhận.',
    keptAct,
    'Báo tỉnh nạp bộ quy định; việc này sẽ được xem lại.',
  ),
  'clerk-unknown': problem(
    'Hệ thống tỉnh chưa biết công chức này.',
    keptAct,
    'Đề nghị tỉnh đăng ký công chức cho máy này.',
  ),
  'not-permitted': problem(
    'Công chức không có quyền làm việc này.',
    keptAct,
    'Đề nghị người có quyền thực hiện.',
  ),
  'dependency-refused': problem(
    'Việc này dựa vào một việc trước đã không được nhận.',
    keptAct,
    'Xử lý việc trước, sau đó làm lại việc này.',
  ),
  'signature-invalid': problem(
    'Chữ ký xác thực của việc này không đúng.',
    keptAct,
    'Không sửa gì thêm trên máy này và báo người hỗ trợ.',
  ),
  malformed: problem('Nơi nhận không đọc được nội dung đã gửi.', keptAct, support),
  internal: problem('Hệ thống tỉnh gặp lỗi bên trong.', keptQueue, 'Không cần làm gì; máy sẽ tự gửi lại.'),
} satisfies Record<RefusalCode, ProblemText>;

/** Máy này: tệp, đĩa, khóa, in, đường truyền. */
const host = {
  'method-unknown': problem(
    'Cửa sổ và chương trình nền không cùng phiên bản.',
    kept,
    'Đóng hẳn Trạm rồi mở lại.',
  ),
  'arguments-invalid': problem('Chương trình nền không nhận yêu cầu này.', nothing, support),
  'answer-invalid': problem('Chương trình nền trả lời không đọc được.', kept, 'Đóng hẳn Trạm rồi mở lại.'),
  'sender-refused': problem(
    'Chương trình nền không nhận cửa sổ này.',
    kept,
    'Đóng cửa sổ này và mở Trạm bằng biểu tượng của nó.',
  ),
  'not-in-this-workspace': problem(
    'Việc này chỉ có trong văn phòng minh họa.',
    nothing,
    'Tiếp tục làm việc bình thường.',
  ),
  'disk-full': problem(
    'Ổ đĩa sắp đầy nên máy không ghi thêm.',
    kept,
    'Xóa bớt tệp không cần ngoài Trạm, sau đó làm lại việc vừa rồi.',
  ),
  'disk-failed': problem(
    'Máy không ghi được xuống ổ đĩa.',
    'Những gì đã báo “Đã lưu” vẫn còn; việc vừa làm thì chưa được lưu.',
    'Thử lại một lần; nếu vẫn lỗi, ngừng dùng máy này và báo người hỗ trợ.',
  ),
  'file-missing': problem(
    'Không thấy tệp trên máy.',
    kept,
    'Đính kèm lại tệp từ bản giấy hoặc báo người hỗ trợ.',
  ),
  'journal-damaged': problem(
    'Nhật ký trên máy bị hỏng một phần.',
    'Phần còn đọc được vẫn giữ nguyên và không bị xóa.',
    'Ngừng tiếp nhận trên máy này và báo người hỗ trợ.',
  ),
  'journal-moved': problem(
    'Một cửa sổ khác vừa ghi vào nhật ký của máy này.',
    'Chưa có gì được ghi từ cửa sổ này; nội dung đang nhập vẫn còn.',
    'Đóng cửa sổ kia rồi bấm lại.',
  ),
  'vault-damaged': problem(
    'Tệp khóa của máy bị hỏng.',
    'Hồ sơ vẫn được giữ, nhưng chưa mở ra được.',
    'Không ghi danh lại; báo người hỗ trợ để phục hồi tệp khóa.',
  ),
  'machine-secret-lost': problem(
    'Hệ điều hành không còn mở được khóa của máy.',
    'Hồ sơ vẫn được giữ, nhưng chưa mở ra được.',
    'Đăng nhập đúng tài khoản máy tính đã dùng trước đây, hoặc báo người hỗ trợ.',
  ),
  'line-unreachable': problem(
    'Chưa nối được với hệ thống tỉnh.',
    keptQueue,
    'Cứ tiếp tục làm việc; máy tự gửi khi có mạng.',
  ),
  'line-timeout': problem(
    'Hệ thống tỉnh trả lời quá chậm.',
    keptQueue,
    'Cứ tiếp tục làm việc; máy sẽ tự thử lại.',
  ),
  'answer-too-large': problem('Câu trả lời nhận được quá lớn nên đã bỏ.', keptQueue, support),
  'print-failed': problem(
    'Máy in không in được.',
    'Hồ sơ đã được tiếp nhận và giấy hẹn đã lưu.',
    'Kiểm tra máy in, rồi mở hồ sơ và bấm “In lại giấy hẹn”.',
  ),
  'host-gone': problem(
    'Chương trình nền của Trạm đã dừng.',
    kept,
    'Mở lại Trạm bằng biểu tượng của nó; bản nháp đang gõ sẽ trở lại.',
  ),
} satisfies Record<HostErrorCode, ProblemText>;

/** Câu trả lời của hệ thống tỉnh cho cả lượt gửi. */
const gateway = {
  malformed: refusals.malformed,
  'too-large': problem(
    'Lượt gửi lớn hơn mức tỉnh cho phép.',
    keptQueue,
    'Máy tự chia nhỏ và gửi lại; nếu còn báo, báo người hỗ trợ.',
  ),
  'signature-invalid': refusals['signature-invalid'],
  'device-unknown': problem(
    'Tỉnh chưa biết máy này.',
    keptQueue,
    'Đề nghị tỉnh kiểm tra việc ghi danh của máy.',
  ),
  'device-revoked': problem(
    'Tỉnh đã thu hồi quyền của máy này.',
    keptQueue,
    'Ngừng tiếp nhận trên máy này và liên hệ tỉnh.',
  ),
  'not-permitted': refusals['not-permitted'],
  'not-found': problem('Hệ thống tỉnh không có địa chỉ này.', keptQueue, support),
  'hash-mismatch': problem(
    'Tệp đến nơi không khớp bản trên máy.',
    'Tệp gốc vẫn còn nguyên trên máy.',
    'Không cần làm gì; máy sẽ gửi lại tệp.',
  ),
  'token-used': problem(
    'Tệp ghi danh này đã được dùng cho máy khác.',
    keptQueue,
    'Xin tỉnh cấp tệp ghi danh mới.',
  ),
  'too-many': problem(
    'Hệ thống tỉnh đang quá nhiều việc.',
    keptQueue,
    'Không cần làm gì; máy chờ rồi tự gửi lại.',
  ),
  busy: problem('Hệ thống tỉnh đang bận.', keptQueue, 'Không cần làm gì; máy chờ rồi tự gửi lại.'),
  'clock-skew': problem(
    'Giờ của máy này lệch quá xa giờ của tỉnh.',
    keptQueue,
    'Chỉnh lại ngày giờ của máy tính; máy sẽ tự gửi tiếp.',
  ),
  internal: refusals.internal,
} satisfies Record<ErrorReply['error'], ProblemText>;

/** Đường truyền với tỉnh. */
const line = {
  'line-unreachable': host['line-unreachable'],
  'line-timeout': host['line-timeout'],
  'answer-foreign': problem(
    'Có mạng, nhưng nơi trả lời không phải hệ thống tỉnh.',
    keptQueue,
    'Nếu mạng đòi đăng nhập (Wi-Fi công cộng), hãy đăng nhập mạng; máy sẽ tự gửi lại.',
  ),
  'answer-broken': problem(
    'Câu trả lời của hệ thống tỉnh bị đứt hoặc không đọc được.',
    keptQueue,
    'Không cần làm gì; máy sẽ tự gửi lại và không gửi trùng.',
  ),
  'answer-stale': problem(
    'Câu trả lời của hệ thống tỉnh là của lượt cũ nên đã bỏ.',
    keptQueue,
    'Không cần làm gì; máy sẽ tự hỏi lại.',
  ),
  'request-refused': problem('Hệ thống tỉnh không nhận lượt gửi này.', keptQueue, support),
  'signature-refused': problem(
    'Hệ thống tỉnh không nhận chữ ký của máy này.',
    keptQueue,
    'Kiểm tra ngày giờ của máy; nếu vẫn bị, báo người hỗ trợ.',
  ),
  'clock-skew': gateway['clock-skew'],
  'device-unknown': gateway['device-unknown'],
  'device-revoked': gateway['device-revoked'],
  'not-permitted': refusals['not-permitted'],
  'not-found': gateway['not-found'],
  'hash-mismatch': gateway['hash-mismatch'],
  'token-used': gateway['token-used'],
  'too-large': gateway['too-large'],
  'too-many': gateway['too-many'],
  'gateway-busy': gateway.busy,
  'gateway-failed': refusals.internal,
  'operation-undeliverable': problem(
    'Một việc không gửi được dù đã thử riêng.',
    keptQueue,
    'Các việc khác vẫn được gửi. Báo người hỗ trợ kèm mã bên dưới.',
  ),
  internal: refusals.internal,
} satisfies Record<LineProblemCode, ProblemText>;

/** Máy trạm: cửa vào, bản nháp, tệp, giấy tờ, ghi xuống. */
const station = {
  'secret-wrong': problem(
    'Mã chưa đúng.',
    'Dữ liệu trên máy vẫn được khóa an toàn.',
    'Kiểm tra phím Num Lock, Caps Lock và bộ gõ rồi gõ lại.',
  ),
  'secret-wait': problem(
    'Vừa gõ sai nên máy cần chờ {detail} giây.',
    'Dữ liệu trên máy vẫn được khóa an toàn.',
    'Chờ hết thời gian rồi gõ lại; không cần tắt máy.',
  ),
  'secret-missing': problem(
    'Chưa đặt mã cho {detail}.',
    nothing,
    'Đặt mã cho mọi công chức rồi ghi danh lại.',
  ),
  'pin-too-short': problem('Mã PIN của {detail} quá ngắn.', nothing, 'Đặt mã PIN từ 6 chữ số.'),
  'passphrase-too-short': problem('Mật khẩu của {detail} quá ngắn.', nothing, 'Đặt mật khẩu từ 12 ký tự.'),
  'not-locked': problem('Máy đang mở sẵn.', kept, 'Tiếp tục làm việc, hoặc khóa máy rồi mở lại.'),
  locked: problem('Máy đã khóa.', kept, 'Mở khóa rồi làm lại việc vừa rồi.'),
  'already-enrolled': problem('Máy này đã được ghi danh.', kept, 'Mở lại Trạm và mở khóa như thường.'),
  'enrolment-malformed': problem(
    'Tệp này không phải tệp ghi danh.',
    nothing,
    'Chọn đúng tệp do tỉnh cấp, còn nguyên như khi nhận.',
  ),
  'enrolment-signature-invalid': problem(
    'Chữ ký của tỉnh trên tệp ghi danh không đúng.',
    nothing,
    'Không dùng tệp này; xin tỉnh cấp lại.',
  ),
  'enrolment-expired': problem(
    'Tệp ghi danh đã hết hạn.',
    nothing,
    'Xin tỉnh cấp tệp mới; nếu ngày giờ của máy sai, chỉnh lại rồi thử lại.',
  ),
  'pack-set-malformed': problem(
    'Bộ quy định trong tệp ghi danh không đọc được.',
    nothing,
    'Xin tỉnh cấp lại tệp ghi danh.',
  ),
  'pack-set-signature-invalid': problem(
    'Bộ quy định trong tệp ghi danh không mang chữ ký đúng của tỉnh.',
    nothing,
    'Không dùng tệp này; xin tỉnh cấp lại và báo nơi đã nhận tệp.',
  ),
  'pack-set-content-changed': problem(
    'Bộ quy định trong tệp ghi danh đã bị thay đổi.',
    nothing,
    'Không dùng tệp này; xin tỉnh cấp lại.',
  ),
  'pack-set-demonstration': problem(
    'Tệp ghi danh này mang dữ liệu minh họa, không dùng cho cơ quan thật.',
    nothing,
    'Chọn tệp ghi danh do tỉnh cấp cho cơ quan.',
  ),
  'pack-set-unverified-value': problem(
    'Bộ quy định có giá trị chưa được kiểm chứng.',
    nothing,
    'Báo tỉnh kiểm tra bộ quy định và cấp lại tệp ghi danh.',
  ),
  'store-unopenable': problem(
    'Máy không mở được kho làm việc.',
    'Mọi việc đã báo “Đã lưu” vẫn còn trong nhật ký trên máy.',
    'Đóng các cửa sổ Trạm khác, khởi động lại máy rồi mở lại; nếu vẫn lỗi, báo người hỗ trợ.',
  ),
  'vault-newer': problem(
    'Tệp khóa do một phiên bản mới hơn tạo ra.',
    kept,
    'Cài phiên bản Trạm mới hơn rồi mở lại.',
  ),
  'start-failed': problem(
    'Máy chưa mở được kho dữ liệu.',
    kept,
    'Bấm “Mở lại màn hình”; nếu vẫn lỗi, ghi lại mã và báo người hỗ trợ.',
  ),
  'other-window': problem('Trạm đang mở ở một cửa sổ khác.', kept, 'Quay lại cửa sổ kia.'),
  'taken-over': problem('Đã chuyển sang cửa sổ khác.', kept, 'Làm việc tại cửa sổ kia.'),
  'draft-invalid': problem(
    'Phiếu tiếp nhận còn chỗ chưa đúng.',
    'Bản nháp vẫn còn nguyên; chưa có gì được ghi.',
    'Sửa chỗ được đánh dấu rồi bấm F9 lại.',
  ),
  'command-used': problem(
    'Lệnh này đã dùng cho một hồ sơ khác.',
    'Hồ sơ đã ghi vẫn còn nguyên.',
    'Mở danh sách hồ sơ để kiểm tra trước khi tiếp nhận lại.',
  ),
  'outcome-unknown': problem(
    'Chưa biết việc vừa rồi đã được ghi hay chưa.',
    'Nếu đã ghi, việc đó nằm trong nhật ký và không bị ghi hai lần.',
    'Bấm lại đúng phím vừa rồi; máy sẽ tự hỏi nhật ký trước.',
  ),
  'written-not-shown': problem(
    'Việc đã được ghi vào nhật ký nhưng màn hình chưa cập nhật.',
    'Không mất gì, không cần nhập lại.',
    'Mở lại màn hình; máy sẽ tự hoàn tất.',
  ),
  'pack-set-missing': problem(
    'Chưa có bộ quy định cho ngày này.',
    'Bản nháp vẫn còn nguyên.',
    'Kiểm tra ngày giờ của máy; nếu đúng, xin tỉnh cấp bộ quy định mới.',
  ),
  'procedure-missing': problem(
    'Chưa chọn thủ tục.',
    'Bản nháp vẫn còn nguyên.',
    'Chọn thủ tục rồi bấm F9 lại.',
  ),
  'disk-no-attachments': problem(
    'Ổ đĩa gần đầy nên tạm ngừng nhận tệp.',
    'Hồ sơ vẫn tiếp nhận được, chỉ chưa kèm tệp.',
    'Xóa bớt tệp không cần ngoài Trạm rồi đính kèm lại.',
  ),
  'receipt-elsewhere': problem(
    'Giấy hẹn này được in ở máy khác nên chưa có trên máy này.',
    kept,
    'In lại tại máy đã tiếp nhận hồ sơ.',
  ),
  'file-damaged': problem('Tệp bị hỏng, không mở được.', nothing, 'Quét hoặc chụp lại giấy tờ.'),
  'file-empty': problem('Tệp rỗng.', nothing, 'Chọn tệp khác hoặc quét lại.'),
  'file-mislabelled': problem(
    'Nội dung tệp không đúng với đuôi tệp.',
    nothing,
    'Lưu lại thành PDF, JPEG hoặc PNG rồi chọn lại.',
  ),
  'file-too-large': problem(
    'Tệp lớn quá mức cho phép.',
    nothing,
    'Quét lại với độ phân giải thấp hơn (150 dpi là đủ).',
  ),
  'file-type-refused': problem('Loại tệp này không được nhận.', nothing, 'Dùng PDF, JPEG hoặc PNG.'),
  'pdf-encrypted': problem(
    'Tệp PDF có đặt mật khẩu.',
    nothing,
    'Bỏ mật khẩu của tệp hoặc quét lại từ bản giấy.',
  ),
} as const;

/** Mã lỗi → điều đã xảy ra, điều vẫn an toàn, việc cần làm ngay. */
export const viErrors = {
  ...station,
  ...host,
  ...gateway,
  ...line,
  ...refusals,
  unknown: problem('Có lỗi chưa rõ.', kept, support),
} satisfies Record<Known, ProblemText>;
