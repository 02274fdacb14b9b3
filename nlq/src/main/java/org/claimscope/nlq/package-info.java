/// Questions in plain language: words become a checked form, the form becomes a query, the result
/// becomes a sentence.
@NullMarked
package org.claimscope.nlq;

import org.jspecify.annotations.NullMarked;
