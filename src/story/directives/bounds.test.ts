import { describe, expect, it } from "vitest";
import { problemsOf, readSpecimen } from "../../../test/support/specimen.ts";

const problems = (text: string) => problemsOf(readSpecimen(text));
const block = (text: string) => readSpecimen(text).story?.blocks[0];

describe("::bounds", () => {
  it("names a whole, its rest and the outcomes that are not final", () => {
    expect(problems("::bounds{of=reports rest=undescribed open=no_outcome}")).toEqual([]);
    expect(block("::bounds{of=reports rest=undescribed open=no_outcome}")).toEqual({
      type: "bounds",
      of: "reports",
      rest: "undescribed",
      open: ["no_outcome"],
    });
  });

  it("takes the remainder for the rest where none is named", () => {
    expect(block("::bounds{of=charged}")).toMatchObject({ rest: "charged_adults", open: [] });
  });

  it("needs a rest where there is no remainder", () => {
    const figures =
      "id,parent,label,count,unit\nreports,,Reports,3,reports\na,reports,A,1,reports\nundescribed,reports,B,2,reports\n";
    expect(problemsOf(readSpecimen("::bounds{of=reports}", { figures }))).toEqual([
      '7:1-7:21 error story/attribute: "reports" has no remainder, so "bounds" needs the attribute "rest" (its parts are a, undescribed)',
    ]);
  });

  it("refuses what is unknown, has no parts, is no part, or would leave nothing", () => {
    expect(problems("::bounds{of=report}")[0]).toContain(
      'story/unknown-figure: There is no figure "report" in',
    );
    expect(problems("::bounds{of=report}")[0]).toContain('did you mean "reports"?');
    expect(problems("::bounds{of=warned}")[0]).toContain('"warned" has no parts');
    expect(problems("::bounds{of=reports rest=undescribe}")[0]).toContain('did you mean "undescribed"?');
    expect(problems("::bounds{of=reports rest=charged_youths}")).toEqual([
      '7:26-7:40 error story/attribute: "charged_youths" is not a part of "reports" (its parts are charged, warned, no_outcome, undescribed)',
    ]);
    expect(problems('::bounds{of=reports open="charged warned no_outcome"}')[0]).toContain(
      '"open" leaves no outcome that is final',
    );
    expect(problems("::bounds{of=reports open=undescribed}")[0]).toContain('"undescribed" is the rest');
    expect(problems('::bounds{of="reports charged"}')[0]).toContain('"of" takes one figure');
    expect(problems('::bounds{of=reports rest="warned undescribed"}')[0]).toContain(
      '"rest" takes one figure',
    );
  });

  it("refuses attributes and brackets that it doesn't take, and needs its whole", () => {
    expect(problems("::bounds{of=reports opn=warned}")[0]).toContain('did you mean "open"?');
    expect(problems("::bounds[Caption]{of=reports}")[0]).toContain("takes no text in brackets");
    expect(problems("::bounds")[0]).toContain('"bounds" needs the attribute "of"');
    expect(problems("::bound{of=reports}")[0]).toContain('did you mean "bounds"?');
  });
});
