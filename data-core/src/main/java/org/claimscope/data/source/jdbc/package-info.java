/// The rows of somebody else's database, through the driver that its administrator trusts.
@NullMarked
package org.claimscope.data.source.jdbc;

import org.jspecify.annotations.NullMarked;
