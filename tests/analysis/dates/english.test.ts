import { describe, expect, test } from 'vitest'
import { read } from './read'

type Case = [text: string, ...expressions: string[]]

const check = (cases: Case[]): void => {
  test.each(cases)('%s', (...[text, ...expressions]) => {
    expect(read(text)).toEqual(expressions)
  })
}

describe('dates written out', () => {
  check([
    ['The ferry sank on 7 May 2024.', '7 May 2024 = 2024-05-07'],
    ['The ferry sank on May 7, 2024, off Maris.', 'May 7, 2024 = 2024-05-07'],
    ['It sank on Tuesday, May 7th 2024.', 'Tuesday, May 7th 2024 = 2024-05-07'],
    ['It sank on the 7th of May 2024.', '7th of May 2024 = 2024-05-07'],
    ['POSTED DEC 12 2023 BY STAFF', 'DEC 12 2023 = 2023-12-12'],
    ['Divers went down on 10 Nov 11 and 3 Sept. 2019.', '10 Nov 11 = 2011-11-10', '3 Sept. 2019 = 2019-09-03'],
    ['It opened in May 2023 and closed in June, 2023.', 'May 2023 = 2023-05', 'June, 2023 = 2023-06'],
    ['It opened in May last year.', 'May last year = 2023-05'],
    ['On the morning of 7 May 2024 it sank.', '7 May 2024 = 2024-05-07'],
    ['Filed 2024-05-07, updated 2024-05-08T10:15Z.', '2024-05-07 = 2024-05-07', '2024-05-08T10:15Z = 2024-05-08'],
    [
      'On 25/12/2023 and 12/25/2023 and 7.5.2024.',
      '25/12/2023 = 2023-12-25',
      '12/25/2023 = 2023-12-25',
      '7.5.2024 = 2024-05-07',
    ],
    ['It is dated 07/05/2024.', '07/05/2024 = ? day-month-order'],
    ['It sank on 31 April 2024.', '31 April 2024 = ? no-such-date'],
  ])
})

describe('dates without a year', () => {
  check([
    ['The ferry sank on May 7.', 'May 7 = 2024-05-07'],
    ['The quarrel began on October 7.', 'October 7 = 2023-10-07'],
    ['It sank on 10 June.', '10 June = 2023-06-10'],
    ['The regatta on 10 June needs volunteers.', '10 June = 2024-06-10'],
    ['The court will rule on 20 May.', '20 May = 2024-05-20'],
    ['The trial is set for October 28.', 'October 28 = 2024-10-28'],
    ['The bridge will open on January 9.', 'January 9 = 2025-01-09'],
    ['It was Sunday, October 8, when the ferry sank.', 'Sunday, October 8 = 2023-10-08'],
    ['It sank in September.', 'September = 2023-09'],
    ['The law takes effect in July.', 'July = 2024-07'],
    [
      'It opened last May, in early March and in mid-April.',
      'last May = 2023-05',
      'early March = 2024-03',
      'mid-April = 2024-04',
    ],
    [
      'Hit on June 24, 2005, it was the second after the June 20 blast.',
      'June 24, 2005 = 2005-06-24',
      'June 20 = 2005-06-20',
    ],
  ])
})

describe('weekdays', () => {
  check([
    ['The mayor said on Sunday that divers were ready.', 'Sunday = 2024-05-12'],
    ['The mayor arrived Thursday.', 'Thursday = 2024-05-16'],
    ['The mayor will travel to Maris on Sunday.', 'Sunday = 2024-05-19'],
    ['The mayor said on Sunday he will resign.', 'Sunday = 2024-05-12'],
    ['The mayor said he will resign on Sunday.', 'Sunday = 2024-05-19'],
    ['On Monday, the council will vote.', 'Monday = 2024-05-20'],
    ['On Monday, the council said it will vote.', 'Monday = 2024-05-13'],
    ['The plan unveiled on Sunday would cost too much.', 'Sunday = 2024-05-12'],
    ['The captain is expected to be charged Tuesday.', 'Tuesday = 2024-05-21'],
    ['A hearing will be held on Friday.', 'Friday = 2024-05-17'],
    ['They asked the council to pay by Friday.', 'Friday = 2024-05-17'],
    ['They met last Tuesday and meet again next Friday.', 'last Tuesday = 2024-05-14', 'next Friday = 2024-05-17'],
    ['It happened last Thursday.', 'last Thursday = 2024-05-09'],
    ['They met on Tuesday last week.', 'Tuesday last week = 2024-05-07'],
    ['On Tuesday night divers left the wreck.', 'Tuesday = 2024-05-14'],
    ['No ship has entered the port since Tuesday.', 'Tuesday = 2024-05-14'],
    ['In Tuesday’s Gazette report, the crew spoke.', 'Tuesday = 2024-05-14'],
  ])
})

describe('dates counted from the publication', () => {
  check([
    ['It sank yesterday, he says today.', 'yesterday = 2024-05-15', 'today = 2024-05-16'],
    ['It sank the day before yesterday.', 'day before yesterday = 2024-05-14'],
    ['It sank last night and burned this morning.', 'last night = 2024-05-15', 'this morning = 2024-05-16'],
    ['It sank last week.', 'last week = 2024-05-06/2024-05-12'],
    ['It sank earlier this month, or last month.', 'this month = 2024-05', 'last month = 2024-04'],
    ['Next year it will sail.', 'Next year = 2025'],
    ['Divers searched over the weekend.', 'weekend = 2024-05-11/2024-05-12'],
    ['Divers will search at the weekend.', 'weekend = 2024-05-18/2024-05-19'],
    ['The dispute began four months ago.', 'four months ago = 2024-01'],
    ['It sank three days ago, two weeks after a storm.', 'three days ago = 2024-05-13'],
    ['It sank two weeks ago.', 'two weeks ago = 2024-04-29/2024-05-05'],
    ['It was built five years ago.', 'five years ago = 2019'],
    ['It lost more in 2019 than the year before.', '2019 = 2019', 'year before = 2018'],
    ['It was built exactly two years ago.', 'exactly two years ago = 2022-05-16'],
    ['It was built about 20 years ago.', 'about 20 years ago = 2004~'],
    ['It was seen a few days ago.', 'few days ago = 2024-05-10/2024-05-14'],
    ['It opened last summer.', 'last summer = 2023-22'],
    ['It closed in the autumn.', 'autumn = 2023-23'],
  ])
})

describe('dates counted from the one before', () => {
  check([
    ['It sank on 7 May. A day earlier, the crew had left.', '7 May = 2024-05-07', 'day earlier = 2024-05-06'],
    ['It sank on 7 May. Two days later it burned.', '7 May = 2024-05-07', 'Two days later = 2024-05-09'],
    ['In 1979 it was built. Three years later it sailed.', '1979 = 1979', 'Three years later = 1982'],
    [
      'It sank on 7 May. The following week divers came.',
      '7 May = 2024-05-07',
      'following week = 2024-05-13/2024-05-19',
    ],
    ['It sank on 7 May; the following Monday divers came.', '7 May = 2024-05-07', 'following Monday = 2024-05-13'],
    ['It sank on 7 May. The same day the crew fled.', '7 May = 2024-05-07', 'same day = 2024-05-07'],
    [
      'It sank on 7 May, as the day before. The previous day it had leaked; the previous day was calm.',
      '7 May = 2024-05-07',
      'day before = 2024-05-06',
      'previous day = 2024-05-06',
      'previous day = 2024-05-06',
    ],
    ['The next day nobody came.', 'next day = ? needs-earlier-date'],
  ])
})

describe('ranges and long periods', () => {
  check([
    ['It was shut May 6–9.', 'May 6–9 = 2024-05-06/2024-05-09'],
    ['It was shut from May 6 to May 9.', 'May 6 to May 9 = 2024-05-06/2024-05-09'],
    ['It was shut between 6 and 9 May 2023.', '6 and 9 May 2023 = 2023-05-06/2023-05-09'],
    ['It was shut from 28 December to 3 January 2023.', '28 December to 3 January 2023 = 2022-12-28/2023-01-03'],
    ['It was shut from Monday to Wednesday.', 'Monday to Wednesday = 2024-05-13/2024-05-15'],
    ['It will be shut from Monday to Wednesday.', 'Monday to Wednesday = 2024-05-20/2024-05-22'],
    ['Ships were few from March to May 2023.', 'March to May 2023 = 2023-03/2023-05'],
    ['He ruled from 2014 to 2018, the war of 1975–1990 over.', '2014 to 2018 = 2014/2018', '1975–1990 = 1975/1990'],
    ['Traffic fell in 2023-24.', '2023-24 = 2023/2024'],
    ['On May 6 and 9 ships came.', 'May 6 = 2024-05-06'],
    ['It was built in the spring of 2023.', 'spring of 2023 = 2023-21'],
    [
      'In Q3 2023 and the second quarter of 2022.',
      'Q3 2023 = 2023-07/2023-09',
      'second quarter of 2022 = 2022-04/2022-06',
    ],
    ['A port since the 19th century, rich in the late 1990s.', '19th century = 18XX', 'late 1990s = 199X'],
    ['It was signed in 1979; the 1979 treaty ended in late 2022.', '1979 = 1979', '1979 = 1979', 'late 2022 = 2022'],
    ['Since its founding in 1948 and after the flood of 1953.', '1948 = 1948', '1953 = 1953'],
  ])
})

describe('what is no date', () => {
  check([
    ['May told the Sunday Times that she may go; Theresa May’s aide agreed.'],
    ['They march 12 miles and the March goes on, now or recently.'],
    ['The 45-year-old carried 252 boxes, 1,979 cans and $1979 at 1945 people a day.'],
    ['Every Monday, on Sundays, on Good Friday and on Black Friday it is shut.'],
    ['It will last around two months, and the past week was long.'],
    ['Call 555-1984 or 0044 1632 960 983; the score was 10-12, the ratio 3/4.'],
    ['About 2000 people, of 1945 prisoners, by 1500 soldiers at 2000 GMT.'],
    ['USA Today reports that today’s youth of today read less.'],
    ['April Jones met June Carter and August Wilson.'],
    ['Ask on Bloody Sunday, or in the next day or two.'],
    ['Trucks waited for weeks, some for months, for a day or two.'],
    ['He ran 5 to 10 miles; 3 out of 4 did it in 9.58 seconds.'],
  ])
})
