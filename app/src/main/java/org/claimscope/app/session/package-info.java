/// Sign-in and lock, what this machine remembers, the clipboard's guard.
@NullMarked
package org.claimscope.app.session;

import org.jspecify.annotations.NullMarked;
