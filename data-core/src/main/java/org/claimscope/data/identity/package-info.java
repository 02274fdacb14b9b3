/// Who is one person: numbers of a sender that may be the same patient, and what was decided.
@NullMarked
package org.claimscope.data.identity;

import org.jspecify.annotations.NullMarked;
