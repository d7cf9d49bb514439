// The picture of each field type, so that a card is recognised before it is read.
import { AlignLeft, AtSign, Building2, Calculator, Calendar, CheckSquare, CircleDot, FileUp, Flag, Group, Hash, IdCard, ListChecks, MapPin, Phone, ReceiptText, Rows3, Sigma, TextCursorInput, ToggleLeft, Wallet } from 'lucide-vue-next'
import type { Component } from 'vue'

const icons: Record<string, Component> = {
  text: TextCursorInput, longText: AlignLeft, email: AtSign, integer: Hash, number: Sigma, money: Wallet, date: Calendar, yesNo: ToggleLeft, choice: CircleDot, choices: ListChecks, consent: CheckSquare,
  personId: IdCard, taxCode: ReceiptText, enterpriseCode: Building2, phone: Phone, address: MapPin, country: Flag, file: FileUp, group: Group, table: Rows3, computed: Calculator,
}

export const fieldIcon = (type: string | undefined): Component => icons[type ?? ''] ?? TextCursorInput
