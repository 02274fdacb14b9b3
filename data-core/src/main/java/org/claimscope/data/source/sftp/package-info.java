/// Folders on SSH servers (SFTP), through Apache MINA SSHD.
@NullMarked
package org.claimscope.data.source.sftp;

import org.jspecify.annotations.NullMarked;
