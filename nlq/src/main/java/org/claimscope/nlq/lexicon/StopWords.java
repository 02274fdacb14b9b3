package org.claimscope.nlq.lexicon;

import java.util.List;
import java.util.Set;

/// Words that a question may hold without meaning anything for the answer. A word that would change
/// the answer ("not", "average", "next") is never here.
public final class StopWords {
    private static final Set<String> ALL =
            Set.copyOf(
                    List.of(
                            ("a an the of for in on at to into from is are was were be been being am do does did has have had having "
                                            + "i we us me my our ours you your they their them it its this that these those there here "
                                            + "please can could would want need like know see look looking tell get give "
                                            + "show find display pull provide report let lets run bring fetch return "
                                            + "what whats which who whom whose how many much when where and also just really exactly "
                                            + "number total totals sum overall amount amounts value values figure figures numbers data result results "
                                            + "dollars dollar usd money by with as so then out up hey hi hello thanks thank ok okay "
                                            + "currently current now right today's come came coming across through within during about "
                                            + "breakdown broken down split grouped group stack ranked listing level levels each every per any some "
                                            + "generated made happen happened "
                                            + "question curious wondering quickly quick view summary summarize break out "
                                            + "based terms term regarding related i'd i'm we're what're how's that's let's what'd who's "
                                            + "use using entire whole organization organisation "
                                            + "case cases go going put make doing done long dr big still performing received take takes filter filters saw seeing experienced doctor's "
                                            + "team folks guys everybody morning afternoon evening cheers board meeting send sending "
                                            + "period taking how'd how've we'd i've we've us went combined altogether "
                                            + "leadership exec cfo boss asap very kindly whether might appreciate appreciated helpful kind if "
                                            + "sitting sit sits carry carries carried carrying issued brought bring brings "
                                            + "hand handed hands handing attributable attributed both together alone got gotten "
                                            + "counted say said actually basically roughly approximately ever "
                                            + "particular specifically namely hoping hope happy glad briefly ours such being "
                                            + "perhaps maybe sorry dear regards thx ty fyi btw hmm um well "
                                            + "uh uhh umm erm ah oh eh hm yo lol haha wow yeah yep yup sure lemme wanna gotta kinda sorta "
                                            + "y'all dude guy pal buddy friend tia tysm cheers recorded reported taken took")
                                    .split(" ")));

    private StopWords() {}

    public static boolean has(String word) {
        return ALL.contains(word);
    }
}
