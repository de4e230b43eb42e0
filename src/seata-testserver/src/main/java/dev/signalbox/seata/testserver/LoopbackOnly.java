package dev.signalbox.seata.testserver;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ServerChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/// Binds every port the server opens to loopback: the server itself has no setting for that and would listen on
/// all addresses of the machine.
///
/// Netty finds it with `-Dio.netty.bootstrap.extensions=serviceload`.
public final class LoopbackOnly extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerListenerChannel(ServerChannel channel) {
        channel.pipeline().addFirst(new Rebind());
    }

    private static final class Rebind extends ChannelOutboundHandlerAdapter {
        @Override
        public void bind(
                ChannelHandlerContext context, SocketAddress address, ChannelPromise promise) {
            int port = ((InetSocketAddress) address).getPort();
            // Whoever waits for the bind waits for the promise
            var _ =
                    context.bind(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), promise);
        }
    }
}
