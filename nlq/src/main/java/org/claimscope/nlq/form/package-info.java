/// QuestionForm: the one typed contract between the parser, saved questions, the chips and the
/// query.
@NullMarked
package org.claimscope.nlq.form;

import org.jspecify.annotations.NullMarked;
