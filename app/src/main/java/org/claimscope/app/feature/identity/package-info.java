/// Identity: numbers that may be one patient, compared side by side, and what was decided.
@NullMarked
package org.claimscope.app.feature.identity;

import org.jspecify.annotations.NullMarked;
