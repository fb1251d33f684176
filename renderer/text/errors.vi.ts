import type { RefusalCode } from '../../shared/domain/refusal.ts';
import type { HostErrorCode } from '../../shared/host/host-error.ts';
import type { ErrorReply } from '../../shared/protocol/messages.ts';
import { type ProblemText, problem } from './problem-text.ts';

const kept = 'Dữ liệu đã lưu trên máy vẫn còn nguyên.';
const keptAct = 'Nội dung công chức đã nhập vẫn được giữ trên máy này.';
const keptQueue = 'Mọi việc chờ gửi vẫn được giữ trên máy, không cần nhập lại.';
const nothing = 'Chưa có gì bị thay đổi.';
const support = 'Ghi lại mã bên dưới và báo người hỗ trợ.';

/** Codes that are known by type; a missing text does not compile. */
type Known = RefusalCode | HostErrorCode | ErrorReply['error'] | 'unknown';

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
  'transition-unknown': problem(
    'Bước này không có trong quy trình của hồ sơ.',
    keptAct,
    'Xem trạng thái hiện tại của hồ sơ và chọn bước phù hợp.',
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

/** Mã lỗi → điều đã xảy ra, điều vẫn an toàn, việc cần làm ngay. */
export const viErrors = {
  ...host,
  ...gateway,
  ...refusals,
  unknown: problem('Có lỗi chưa rõ.', kept, support),
} satisfies Record<Known, ProblemText>;
