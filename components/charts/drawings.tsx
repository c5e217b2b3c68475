"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "../ui/skeleton";

/** The drawing library is large, and a page is read before its charts: it comes after. */
const waiting = () => <Skeleton className="h-full min-h-40" />;

export const LinesDrawing = dynamic(() => import("./lines-drawing"), { ssr: false, loading: waiting });
export const StackDrawing = dynamic(() => import("./stack-drawing"), { ssr: false, loading: waiting });
export const TornadoDrawing = dynamic(() => import("./tornado-drawing"), { ssr: false, loading: waiting });
