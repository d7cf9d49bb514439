// Where anybody with the code of a dossier finds how far it is (TT 01/2018/TT-VPCP Đ.16): what QR codes lead to.
import type { Config } from '../config.ts'

export const lookUpUrl = ({ publicUrl }: Pick<Config, 'publicUrl'>, code: string): string => `${publicUrl}/tra-cuu?ma=${encodeURIComponent(code)}`
