/// What a measure means, and what can be asked: answers about the catalog, without data.
@NullMarked
package org.claimscope.nlq.explain;

import org.jspecify.annotations.NullMarked;
