/// Every provider against a real socket on this machine.
@NullMarked
package org.claimscope.nlq.provider;

import org.jspecify.annotations.NullMarked;
