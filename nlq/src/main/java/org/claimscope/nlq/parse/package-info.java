/// Words to a form: spans, the chart that picks among them, and what they mean together.
@NullMarked
package org.claimscope.nlq.parse;

import org.jspecify.annotations.NullMarked;
