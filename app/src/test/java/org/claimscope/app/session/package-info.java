/// What this machine remembers, and what it forgets.
@NullMarked
package org.claimscope.app.session;

import org.jspecify.annotations.NullMarked;
