// The picture of each field type, so that a card is recognised before it is read.
import { AlignLeft, AtSign, BookUser, Building2, Calculator, Calendar, CalendarDays, CalendarRange, Car, CheckSquare, CircleDot, Clock, Container, FileUp, Flag, Globe, Group, Hash, IdCard, Landmark, ListChecks, MapPin, Percent, Phone, ReceiptText, Rows3, Sigma, TextCursorInput, ToggleLeft, Trash, Wallet } from 'lucide-vue-next'
import type { Component } from 'vue'

const icons: Record<string, Component> = {
  text: TextCursorInput, longText: AlignLeft, email: AtSign, integer: Hash, number: Sigma, money: Wallet, date: Calendar, yesNo: ToggleLeft, choice: CircleDot, choices: ListChecks, consent: CheckSquare,
  website: Globe, percent: Percent, year: CalendarDays, partialDate: CalendarRange, time: Clock, passport: BookUser, personIdOrPassport: BookUser, oldPersonId: IdCard, drivingLicence: IdCard, vehiclePlate: Car, hsCode: Container, wasteCode: Trash, agency: Landmark,
  personId: IdCard, taxCode: ReceiptText, enterpriseCode: Building2, phone: Phone, address: MapPin, country: Flag, file: FileUp, group: Group, table: Rows3, computed: Calculator,
}

export const fieldIcon = (type: string | undefined): Component => icons[type ?? ''] ?? TextCursorInput
