// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What went out and what came back during one call, seen below TLS.
 *
 * <p>An answer must never be taken for silence, nor a request that went out for one that did not.
 * The HTTP library's exceptions do not tell either, so the bytes are watched where they pass.
 */
final class CallTrace extends EventListener {

  private volatile boolean requestBegun;
  private volatile boolean byteReceived;
  private volatile boolean headReceived;
  private volatile boolean connected;
  private volatile @Nullable InetAddress server;
  private volatile @Nullable Duration retryAfter;
  private final int connectTimeoutMillis;

  /** Makes the trace of one call. */
  CallTrace(Duration connectTimeout) {
    this.connectTimeoutMillis = Math.toIntExact(connectTimeout.toMillis());
  }

  /** Returns which address the call went to; null before a connection came about. */
  @Nullable InetAddress server() {
    return server;
  }

  /**
   * Reads {@code Retry-After} and takes it away: the library repeats a 503 by itself when it says
   * 0, whatever the library is told.
   */
  Response takeRetryAfter(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.header(AnswerHeaders.RETRY_AFTER) == null) {
      return response; // as nearly all: neither read nor made anew
    }
    retryAfter = AnswerHeaders.retryAfter(response.headers());
    return response.newBuilder().removeHeader(AnswerHeaders.RETRY_AFTER).build();
  }

  /** Returns how long the server asks to wait; null if it does not. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  boolean isRequestBegun() {
    return requestBegun;
  }

  HttpResult.Progress progress() {
    if (headReceived) {
      return HttpResult.Progress.ANSWER_BEGUN;
    }
    return byteReceived ? HttpResult.Progress.SPOKE : HttpResult.Progress.SILENT;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    connected = true;
    server = connection.route().socketAddress().getAddress();
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    connected = true;
  }

  @Override
  public void requestHeadersStart(Call call) {
    requestBegun = true;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    headReceived = true;
  }

  /** Returns a maker of sockets that are watched. */
  SocketFactory sockets() {
    return new WatchedSocketFactory();
  }

  private final class WatchedSocketFactory extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new WatchedSocket();
      // Without it, each new TLS connection waits some 40 ms for a delayed acknowledgement.
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
        throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
        throws IOException {
      return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
      Socket socket = createSocket();
      socket.connect(address);
      return socket;
    }
  }

  private final class WatchedSocket extends Socket {

    private @Nullable InputStream watched;

    WatchedSocket() {
      // Plainly to the address: a SOCKS proxy of the system would resolve names by itself.
      super(Proxy.NO_PROXY);
    }

    /** The library waits in a handshake as long as for an answer, which may be minutes. */
    @Override
    public synchronized void setSoTimeout(int timeout) throws SocketException {
      boolean tooLong = timeout == 0 || timeout > connectTimeoutMillis;
      super.setSoTimeout(!connected && tooLong ? connectTimeoutMillis : timeout);
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      InputStream result = watched;
      if (result == null) {
        result = new WatchedStream(super.getInputStream());
        watched = result;
      }
      return result;
    }
  }

  private final class WatchedStream extends FilterInputStream {

    WatchedStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      byteReceived |= next >= 0;
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      byteReceived |= count > 0;
      return count;
    }
  }
}
