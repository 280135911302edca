// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.testkit.AnswerPassage;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * One connection through a relay: what comes in on one side goes out on the other. It can be told
 * to let only so many more bytes of the answer pass, or only so many in a second.
 */
final class RelayedConnection {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int PIECES_A_SECOND = 20;
  private static final int HELD_BYTES = 1024 * 1024;
  private static final byte[] NOTHING = {};

  /** Of the thread, which carries one connection after the other. */
  private static final ThreadLocal<byte[]> BUFFER =
      ThreadLocal.withInitial(() -> new byte[BUFFER_BYTES]);

  private final Socket client;
  private final Socket server;
  private final boolean throughSite;
  private final Runnable whenClosed;
  private final RelayGate gate;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Object lock = new Object();
  private AnswerPassage passage = AnswerPassage.WHOLE;
  private long passing = Long.MAX_VALUE;
  private int openDirections = 2;

  RelayedConnection(Socket client, Socket server, RelayGate gate, Runnable whenClosed) {
    this.client = client;
    this.server = server;
    this.gate = gate;
    this.throughSite = gate.isOfSite();
    this.whenClosed = whenClosed;
  }

  /** Begins to carry, with one of these threads for each direction. */
  void start(Executor threads) {
    threads.execute(this::carryRequest);
    threads.execute(this::carryAnswer);
  }

  /** Returns whether it came by the address of the site. */
  boolean isThroughSite() {
    return throughSite;
  }

  /** Returns the address of the caller. */
  IpAddress caller() {
    return new IpAddress(client.getInetAddress().getHostAddress());
  }

  /** Lets only so much more pass to the client, so fast; then ends as is said. */
  void limit(AnswerPassage next) {
    synchronized (lock) {
      passage = next;
      passing = next.passingBytes();
    }
    if (next.passingBytes() == 0) {
      endAsSaid();
    }
  }

  void close() {
    synchronized (lock) {
      if (ended.getCount() == 0) {
        return;
      }
      ended.countDown();
    }
    closeQuietly(client);
    closeQuietly(server);
    whenClosed.run();
  }

  /** Closes so that the caller gets a reset, not an end. */
  void reset() {
    try {
      client.setSoLinger(true, 0);
    } catch (SocketException e) {
      // It is closed already.
    }
    close();
  }

  private void endAsSaid() {
    AnswerPassage said;
    synchronized (lock) {
      said = passage;
    }
    switch (said.end()) {
      case OPEN -> {}
      case CLOSED -> close();
      case RESET -> reset();
    }
  }

  private void carryRequest() {
    byte[] buffer = BUFFER.get();
    try {
      for (int n = read(client, buffer); n >= 0; n = read(client, buffer)) {
        byte[] held = gate.isOpen() ? NOTHING : readOn();
        gate.awaitOpen(ended);
        if (!isSilent()) {
          server.getOutputStream().write(buffer, 0, n);
          server.getOutputStream().write(held);
        }
      }
      if (isSilent() || !gate.isOpen()) {
        close(); // the caller gave up
      } else {
        server.shutdownOutput();
        endDirection();
      }
    } catch (IOException e) {
      close();
    }
  }

  /**
   * Reads on while the gate is shut, since a caller who gives up is seen by that alone; what nobody
   * waits for must not be kept until the gate opens. It ends when there is too much to be held.
   *
   * @return what came meanwhile
   */
  private byte[] readOn() throws IOException {
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    byte[] piece = new byte[BUFFER_BYTES];
    client.setSoTimeout(RelayGate.LOOK_MILLIS);
    while (!gate.isOpen() && held.size() < HELD_BYTES) {
      int n = readForAWhile(piece);
      if (n < 0) {
        throw new EOFException("the caller gave up before a shut gate");
      }
      held.write(piece, 0, n);
    }
    client.setSoTimeout(0);
    return held.toByteArray();
  }

  /** Returns how much came: 0 if nothing did, since the gate may be open by now. */
  private int readForAWhile(byte[] piece) throws IOException {
    try {
      return read(client, piece);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  private void carryAnswer() {
    byte[] buffer = BUFFER.get();
    try {
      for (int n = read(server, buffer); n >= 0; n = read(server, buffer)) {
        int allowed = allowed(n);
        write(buffer, allowed);
        if (allowed < n && !isSilent()) {
          endAsSaid();
          return;
        }
      }
    } catch (IOException e) {
      if (!isSilent()) {
        close();
        return;
      }
    }
    endAnswer();
  }

  /** Writes in pieces if it has to be slow, and then waits after each. */
  private void write(byte[] buffer, int length) throws IOException {
    int done = 0;
    while (done < length) {
      gate.awaitOpen(ended);
      long perSecond = Math.min(bytesPerSecond(), gate.bytesPerSecond());
      boolean fast = perSecond == Integer.MAX_VALUE;
      long piece = fast ? length : Math.max(1, perSecond / PIECES_A_SECOND);
      int n = (int) Math.min(piece, length - done);
      client.getOutputStream().write(buffer, done, n);
      done += n;
      if (!fast) {
        pause(TimeUnit.SECONDS.toNanos(n) / perSecond);
      }
    }
  }

  private void pause(long nanos) throws IOException {
    try {
      if (ended.await(nanos, TimeUnit.NANOSECONDS)) {
        throw new IOException("this connection is closed by now");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the answer was slow", e);
    }
  }

  private int bytesPerSecond() {
    synchronized (lock) {
      return passage.bytesPerSecond();
    }
  }

  private void endAnswer() {
    if (isSilent()) {
      return;
    }
    try {
      client.shutdownOutput();
      endDirection();
    } catch (IOException e) {
      close();
    }
  }

  private void endDirection() {
    boolean last;
    synchronized (lock) {
      last = --openDirections == 0;
    }
    if (last) {
      close();
    }
  }

  private int allowed(int wanted) {
    synchronized (lock) {
      if (passing == Long.MAX_VALUE) {
        return wanted;
      }
      int allowed = (int) Math.min(wanted, passing);
      passing -= allowed;
      return allowed;
    }
  }

  private boolean isSilent() {
    synchronized (lock) {
      return passing == 0 && passage.end() == AnswerPassage.End.OPEN;
    }
  }

  private static int read(Socket socket, byte[] buffer) throws IOException {
    return socket.getInputStream().read(buffer);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
