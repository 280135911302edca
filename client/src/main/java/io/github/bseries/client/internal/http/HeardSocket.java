// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A socket with one limit for all that is read, since a limit for each read would let a drip go on
 * for ever; and one that knows what came first.
 */
final class HeardSocket extends Socket {

  private static final int NOTHING = -1;
  private static final int FIRST_TLS_RECORD = 20;
  private static final int LAST_TLS_RECORD = 23;

  private volatile int firstByte = NOTHING;
  private LongSupplier nanosLeft = () -> Long.MAX_VALUE;

  HeardSocket() {
    super(Proxy.NO_PROXY);
  }

  /** Sets how long all reads together may take from now on. */
  void limitReads(Duration limit, LongSupplier nanoTime) {
    long start = nanoTime.getAsLong();
    long nanos = limit.toNanos();
    nanosLeft = () -> nanos - (nanoTime.getAsLong() - start);
  }

  /** Returns whether any byte came. */
  boolean heard() {
    return firstByte != NOTHING;
  }

  /** Returns whether what came begins as TLS does (RFC 8446, 5.1). */
  boolean heardTls() {
    return firstByte >= FIRST_TLS_RECORD && firstByte <= LAST_TLS_RECORD;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Heard(super.getInputStream());
  }

  private int millisLeft() throws SocketTimeoutException {
    long left = nanosLeft.getAsLong();
    if (left <= 0) {
      throw new SocketTimeoutException("the time is over");
    }
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Duration.ofNanos(left).toMillis()));
  }

  private final class Heard extends FilterInputStream {

    Heard(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      setSoTimeout(millisLeft());
      int count = super.read(buffer, offset, length);
      if (count > 0 && !heard()) {
        firstByte = buffer[offset] & 0xff;
      }
      return count;
    }
  }
}
