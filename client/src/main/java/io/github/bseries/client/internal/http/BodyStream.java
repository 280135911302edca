// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer, whose faults can be told from those of the reader's own files, and whose
 * length is counted.
 */
final class BodyStream extends FilterInputStream {

  private long count;

  BodyStream(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    try {
      int next = super.read();
      count += next < 0 ? 0 : 1;
      return next;
    } catch (IOException e) {
      throw new BrokenOff(count, e);
    } catch (RuntimeException e) {
      throw new BrokenOff(count, new IOException(HttpCaller.CANNOT_BE_TAKEN, e));
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    } catch (IOException e) {
      throw new BrokenOff(count, e);
    } catch (RuntimeException e) {
      throw new BrokenOff(count, new IOException(HttpCaller.CANNOT_BE_TAKEN, e));
    }
  }

  /** The network failed in the middle of the body. */
  static final class BrokenOff extends IOException {

    private static final long serialVersionUID = 1L;

    private final long afterBytes;

    BrokenOff(long afterBytes, IOException cause) {
      super(cause);
      this.afterBytes = afterBytes;
    }

    long afterBytes() {
      return afterBytes;
    }
  }
}
