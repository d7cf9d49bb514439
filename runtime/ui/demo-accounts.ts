// The accounts of a demonstration, offered on the sign-in panel only where the server says that it is one.
export interface DemoAccount { email: string, name: string, roles: readonly [string, ...string[]] }

export const demoPassword = 'MotCua-2026'

export const demoAccounts: readonly DemoAccount[] = [
  { email: 'congdan@demo.motcua.vn', name: 'Vũ Công Dân', roles: ['applicant'] },
  { email: 'motcua@demo.motcua.vn', name: 'Trần Một Cửa', roles: ['one-stop', 'clerk'] },
  { email: 'chuyenvien@demo.motcua.vn', name: 'Phạm Chuyên Viên', roles: ['specialist'] },
  { email: 'lanhdao@demo.motcua.vn', name: 'Hoàng Lãnh Đạo', roles: ['unit-head', 'head'] },
  { email: 'quantri@demo.motcua.vn', name: 'Nguyễn Quản Trị', roles: ['administrator'] },
  { email: 'thamdinh@demo.motcua.vn', name: 'Lê Thẩm Định', roles: ['reviewer'] },
]
