/// Questions in plain language: a sentence, what was understood, the chart, the rows.
@NullMarked
package org.claimscope.app.feature.ask;

import org.jspecify.annotations.NullMarked;
