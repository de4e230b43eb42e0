package dev.signalbox.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.WriteListener;
import com.rabbitmq.client.impl.AMQConnection;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.FrameHandler;
import com.rabbitmq.client.impl.FrameHandlerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets many small messages leave in few large pieces. The client flushes after each message it publishes; of a thousand
/// in a row that costs both sides a system call and the server a wake-up for each of them.
final class Corked implements FrameHandler {
    private final FrameHandler plain;
    private volatile boolean held;

    private Corked(FrameHandler plain) {
        this.plain = plain;
    }

    /// A factory whose connections can be held back. They are not until [#hold].
    static ConnectionFactory factory() {
        return new ConnectionFactory() {
            @Override
            protected synchronized FrameHandlerFactory createFrameHandlerFactory()
                    throws IOException {
                FrameHandlerFactory usual = super.createFrameHandlerFactory();
                return (address, name) -> new Corked(usual.create(address, name));
            }
        };
    }

    /// The cork of a connection that such a factory has made.
    static Optional<Corked> of(Connection connection) {
        return connection instanceof AMQConnection known
                        && known.getFrameHandler() instanceof Corked corked
                ? Optional.of(corked)
                : Optional.empty();
    }

    /// From now on what is written leaves when a buffer is full. Brief: until [#release] its end may lie in that buffer.
    void hold() {
        held = true;
    }

    /// Lets all leave that was held back, and whatever follows at once.
    void release() throws IOException {
        held = false;
        plain.flush(null);
    }

    @Override
    public void flush(@Nullable WriteListener listener) throws IOException {
        if (!held || listener != null) {
            plain.flush(listener);
        }
    }

    @Override
    public boolean internalHearbeat() {
        return plain.internalHearbeat();
    }

    @Override
    public void setTimeout(int millis) throws SocketException {
        plain.setTimeout(millis);
    }

    @Override
    public int getTimeout() throws SocketException {
        return plain.getTimeout();
    }

    @Override
    public void sendHeader() throws IOException {
        plain.sendHeader();
    }

    @Override
    public void initialize(AMQConnection connection) {
        plain.initialize(connection);
    }

    @Override
    public void startProcessing() {
        plain.startProcessing();
    }

    @Override
    public void finishConnectionNegotiation() {
        plain.finishConnectionNegotiation();
    }

    @Override
    public void setFrameMax(int bytes) {
        plain.setFrameMax(bytes);
    }

    @Override
    public Frame readFrame() throws IOException {
        return plain.readFrame();
    }

    @Override
    public void writeFrame(Frame frame) throws IOException {
        plain.writeFrame(frame);
    }

    @Override
    public void close() {
        plain.close();
    }

    @Override
    public InetAddress getLocalAddress() {
        return plain.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return plain.getLocalPort();
    }

    @Override
    public InetAddress getAddress() {
        return plain.getAddress();
    }

    @Override
    public int getPort() {
        return plain.getPort();
    }
}
