/// What is owed, how old it is, and by whom.
@NullMarked
package org.claimscope.app.feature.receivables;

import org.jspecify.annotations.NullMarked;
