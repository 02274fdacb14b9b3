/// ErrorKind: what went wrong, in the few kinds a person can act on.
@NullMarked
package org.claimscope.data.error;

import org.jspecify.annotations.NullMarked;
