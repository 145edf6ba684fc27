const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Frequent given names of men; names given to both sexes are in neither list. */
export const MASCULINE_NAMES =
  names(`aaron abdul abraham adam adrian ahmed alan albert alejandro alexander alfred ali allen amir andre
andreas andrew andy angelo anthony antonio antony arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris brad
brandon brendan brent brett brian bruce bryan carl carlos charles charlie chris christian christopher chuck claude clint colin craig
curtis dan daniel danny darren dave david dean dennis derek diego dmitri dominic don donald doug douglas duncan earl ed eddie eduardo
edward edwin elijah emmanuel enrique eric erik ernest ethan eugene evan felix fernando francisco francois frank fred frederick gabriel
gareth gary gavin geoffrey george gerald gerard giovanni glenn gordon graham greg gregory guillermo gustavo guy hans harold harry harvey
hassan hector henry herbert hiroshi howard hugh hugo ian ibrahim igor isaac ivan jack jacob jacques jaime jake james jason javier jay jeb
jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin
karl keith ken kenneth kevin kirk klaus kurt kyle lance larry lars lawrence leo leon leonard liam louis luca lucas luis luke luther manuel
marc marco marcus mario mark martin marvin matt matthew maurice max maxim michael miguel mike mikhail milton mitch mitt mohamed mohammed
morgan moses muhammad nathan nathaniel neil nelson newt nicholas nick nicolas nigel noah norman oliver omar oscar otto owen pablo patrick
paul pedro pete peter phil philip philippe pierre rafael ralph ramon rand randy raul ray raymond reggie reince ricardo richard rick ricky
rob robert roberto rodney roger roland ron ronald ross roy rudy rupert russell ryan salman samuel scott sean sebastian sergei seth shaun
simon spencer stanley stefan stephen steve steven stuart ted terrence theodore thomas tim timothy todd tom tommy tony travis trevor tyler
victor vin vincent vladimir walter warren wayne wilhelm william winston xavier yusuf zachary`);

/** Frequent given names of women. */
export const FEMININE_NAMES =
  names(`abigail ada adriana agnes aisha alexandra alice alicia alison allison amanda amber amelia amina amy ana
andrea angela anita ann anna anne annette annie april ariana audrey barbara beatrice becky bella bernadette beth betsy betty beverly bonnie
brenda bridget brittany camille candace carla carly carmen carol carolina caroline carolyn cassandra catherine cecile cecilia charlotte
chelsea cheryl christina christine cindy claire clara claudia colleen connie crystal cynthia daisy dawn debbie deborah debra denise diana
diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen emily emma erica erin esther eva
evelyn fatima felicia fiona florence frances gabriela gail georgia gina gloria grace greta gwen hannah harriet heather heidi helen hillary
hilary holly huma ida ingrid irene iris isabel isabella ivanka jackie jacqueline jane janet janice jean jeanne jenna jennifer jenny jessica
jill joan joanna joanne jodi josephine joy joyce juanita judith judy julia juliana julie karen karin kate katherine kathleen kathryn kathy
katie kayla kellyanne kim kimberly kirsten kristen kristin kristina laura lauren leah leila lena leslie lillian lily linda lisa liz loretta
lori louise lucia lucy lydia lynn mabel madeleine madeline maggie malala marcia margaret maria marie marilyn marina marissa marjorie martha
mary maureen maya megan melania melanie melissa mercedes michelle mildred miranda miriam molly monica nadia nancy naomi natalia natalie
natasha nellie nicole nina nora norma olga olivia pamela patricia patty paula pauline peggy penelope phyllis rachel rebecca regina renee
rhonda rita roberta rosa rosemary rose roxanne ruth sabrina sally samantha sandra sara sarah shannon sharon sheila shirley sofia sonia sonya
sophia sophie stacy stephanie sue susan suzanne sylvia tamara tanya tara teresa theresa tiffany tina tracy ursula valerie vanessa vera
veronica victoria virginia vivian wanda wendy whitney yasmin yolanda yvonne zainab zoe`);
