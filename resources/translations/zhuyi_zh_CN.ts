<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Choices</name>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="24"/>
        <source>Chinese → English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="25"/>
        <source>English → Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="26"/>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="27"/>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="28"/>
        <source>subwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="29"/>
        <source>at white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="30"/>
        <source>additive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="31"/>
        <source>scaled dot product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="32"/>
        <source>dot product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="33"/>
        <source>general</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="34"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="35"/>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="36"/>
        <source>processor (CPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="37"/>
        <source>graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourMap</name>
    <message>
        <location filename="../../ui/attention/ColourMap.cpp" line="125"/>
        <source>Ocean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ColourMap.cpp" line="127"/>
        <source>Ember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ColourMap.cpp" line="129"/>
        <source>Forest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ColourMap.cpp" line="133"/>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochTicker</name>
    <message>
        <location filename="../../ui/training/EpochTicker.cpp" line="33"/>
        <source>epoch %1</source>
        <extracomment>Where an epoch begins in the loss curves</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fonts</name>
    <message>
        <location filename="../../ui/shell/Fonts.cpp" line="57"/>
        <source>No font on this machine draws Chinese; install the package fonts-noto-cjk and start again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <location filename="../../engine/session/Message.cpp" line="10"/>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="12"/>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="14"/>
        <source>%1 is empty; choose a file with one sentence pair a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="16"/>
        <source>%1 is not a text file; choose a UTF-8 text with one sentence pair a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="18"/>
        <source>%1 is not UTF-8 text (first seen in line %2); convert it, for instance with: iconv -f GB18030 -t UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="21"/>
        <source>%1 has only one column (line %2); each line needs a sentence, a tab and its translation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="24"/>
        <source>%1 has no column in Chinese beside one in English; each line needs a Chinese sentence and its English translation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="27"/>
        <source>No pair of %1 can be used; every line was dropped as empty, repeated, malformed or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="30"/>
        <source>%1 leaves %2 pairs to train on, fewer than a batch of %3; add pairs or make batch_size smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="33"/>
        <source>%1 cannot be written: %2; what was there is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="35"/>
        <source>%1 is not a whole model file: it is cut short or damaged (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="37"/>
        <source>%1 was written by a newer program (format %2, this one reads up to %3); update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="40"/>
        <source>There is no model yet; train one or open a model file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="42"/>
        <source>%1 was made with another %2; resume with the same corpus and settings, or train anew without --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="45"/>
        <source>There is no checkpoint %1 to resume from; train without --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="47"/>
        <source>There is no corpus yet; open a file of sentence pairs first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="49"/>
        <source>%1 has no pair that can be used to validate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="51"/>
        <source>There is no setting %1; zhuyi train --list-settings names them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="53"/>
        <source>%1 cannot be %2; it goes from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="55"/>
        <source>%1 cannot be %2; choose one of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="57"/>
        <source>There is no preset %1; choose one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="59"/>
        <source>This machine, or this build of LibTorch, has no device %1; choose cpu or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="61"/>
        <source>Something else is running; stop it or wait for it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="63"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="65"/>
        <source>The loss is no longer a number at step %1; train again with a smaller learning_rate or clip_norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="68"/>
        <source>There is not enough memory for this; make batch_size, hidden_size or vocabulary_size smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="71"/>
        <source>The engine could not be loaded: %1; reinstall the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="73"/>
        <source>The engine met an error of its own: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="75"/>
        <source>The sentence is long; only its first %1 tokens were translated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="77"/>
        <source>The model does not know: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Message.cpp" line="79"/>
        <source>Matrix products run on a slow library (%1), many times slower than they could; install libopenblas0-openmp and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Reason.cpp" line="13"/>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Reason.cpp" line="16"/>
        <source>access is denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Reason.cpp" line="18"/>
        <source>the disk can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Reason.cpp" line="21"/>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Reason.cpp" line="24"/>
        <source>there is no such folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Reason.cpp" line="26"/>
        <source>the name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Reason.cpp" line="28"/>
        <source>the disk reports an error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="63"/>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="64"/>
        <source>Which way to translate: zh-en from Chinese to English, en-zh from English to Chinese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="66"/>
        <source>Source tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="67"/>
        <source>How the source is cut into tokens: characters, words of a dictionary, or at white space where the text comes cut already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="70"/>
        <source>Target tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="71"/>
        <source>How the target is cut into tokens: characters, words of a dictionary, or at white space where the text comes cut already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="74"/>
        <source>Vocabulary size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="75"/>
        <source>The most frequent tokens of each side that the model knows; the rest is unknown to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="77"/>
        <source>Minimum count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="78"/>
        <source>A token seen less often than this stays out of the vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="80"/>
        <source>Longest sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="81"/>
        <source>Pairs with more tokens than this on either side are left out; longer sentences to translate are cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="84"/>
        <source>Embedding size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="85"/>
        <source>How many numbers stand for a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="87"/>
        <source>Hidden size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="88"/>
        <source>Units of the LSTM in each layer and direction; more remember more and train slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="90"/>
        <source>Encoder layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="91"/>
        <source>LSTM layers stacked in the encoder, which reads the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="93"/>
        <source>Decoder layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="94"/>
        <source>LSTM layers stacked in the decoder, which writes the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="96"/>
        <source>Read both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="97"/>
        <source>The encoder reads the source forwards and backwards, so that a state knows both sides of its word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="100"/>
        <source>Input feeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="101"/>
        <source>The decoder is told at each word what it attended to for the last one (Luong et al. 2015).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="104"/>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="105"/>
        <source>How a query is scored against the source: additive (Bahdanau et al. 2015), scaled_dot (Vaswani et al. 2017), dot, general (Luong et al. 2015), or none for contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="108"/>
        <source>Attention size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="109"/>
        <source>Size of the queries and keys of additive and scaled_dot attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="111"/>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="112"/>
        <source>Share of units silenced at random while training, against learning by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="114"/>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="115"/>
        <source>Size of Adam&apos;s steps: too small learns slowly, too large not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="117"/>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="118"/>
        <source>Sentence pairs in one training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="120"/>
        <source>Clip norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="121"/>
        <source>Gradients longer than this are shortened to it; 0 leaves them as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="123"/>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="124"/>
        <source>How many times to go through the training part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="126"/>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="127"/>
        <source>Share of the probability that the training target spreads over all tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="129"/>
        <source>Validate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="130"/>
        <source>Steps between two passes over the dev part; 0 for one at the end of each epoch alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="132"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="133"/>
        <source>Decides all that is random; the same seed and one thread give the same run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="135"/>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="136"/>
        <source>Processor cores to compute on; 0 for all of the machine&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="138"/>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../engine/session/Settings.cpp" line="139"/>
        <source>Where to compute; auto takes a GPU where LibTorch has one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::AttentionPanel</name>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="197"/>
        <source>Translation box: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="222"/>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="224"/>
        <source>Reference: %1</source>
        <extracomment>The translation that stands in the corpus</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="225"/>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="234"/>
        <source>Open a file of sentence pairs and press Start: here you will see which words the model looks at for each word that it writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="237"/>
        <source>Press Start: here you will see which words the model looks at for each word that it writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="239"/>
        <source>Choose sentences to watch, or type one into the translation box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="240"/>
        <source>The model has yet to read this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="250"/>
        <source>Sentences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="251"/>
        <source>Choose the sentences to watch, or type your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="252"/>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="253"/>
        <source>The sentence whose attention is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="254"/>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="255"/>
        <source>Colours of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="258"/>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="259"/>
        <source>Write the weights into the cells where they are large enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="261"/>
        <source>To maximum</source>
        <extracomment>The strongest colour stands for the largest weight instead of 1</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="262"/>
        <source>Let the strongest colour stand for the largest weight rather than for 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="263"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="264"/>
        <source>Copy the heatmap or write it to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="265"/>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="266"/>
        <source>Picture (PNG, SVG, PDF)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="267"/>
        <source>Numbers (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="268"/>
        <source>Fit to the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/AttentionPanel.cpp" line="269"/>
        <source>Attention heatmap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::CorpusPanel</name>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="125"/>
        <source>Open a file of Chinese–English sentence pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="126"/>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="127"/>
        <source>or drop one anywhere on this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="128"/>
        <source>One pair a line: a sentence, a tab, its translation. UTF-8 text, either language first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="129"/>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="131"/>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="130"/>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="130"/>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="130"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="132"/>
        <source>Sentence lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="156"/>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="156"/>
        <source>%L1 of %L2 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="157"/>
        <source>Ready in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="158"/>
        <source>Repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="159"/>
        <source>Too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="160"/>
        <source>One side empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="161"/>
        <source>Without a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="162"/>
        <source>Not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="169"/>
        <source>%L1 left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="170"/>
        <source>%L1 left out, first in line %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="172"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="172"/>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="173"/>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="174"/>
        <source>%L1 pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="173"/>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="174"/>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="176"/>
        <source>%L1 tokens, %2 of the text unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="178"/>
        <source>Chinese vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/CorpusPanel.cpp" line="179"/>
        <source>English vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::Exporter</name>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="39"/>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="41"/>
        <source>PNG image (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="41"/>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="41"/>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="57"/>
        <source>Export numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="58"/>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="99"/>
        <source>A picture&apos;s name ends in .png, .svg or .pdf; %1 was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="120"/>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/Exporter.cpp" line="121"/>
        <source>%1 cannot be written: %2; what was there is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::HeatmapView</name>
    <message>
        <location filename="../../ui/attention/HeatmapView.cpp" line="149"/>
        <source>The model wrote nothing for this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/HeatmapView.cpp" line="151"/>
        <source>This model has no attention: it squeezes the whole sentence into one vector, so there are no weights to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/HeatmapView.cpp" line="210"/>
        <location filename="../../ui/attention/HeatmapView.cpp" line="215"/>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/HeatmapView.cpp" line="252"/>
        <source>‹end›</source>
        <extracomment>The mark at the end of a sentence, as a token; as short as can be</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/HeatmapView.cpp" line="252"/>
        <source>‹?›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/HeatmapView.cpp" line="379"/>
        <source>End of the sentence: the model chose to stop here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/HeatmapView.cpp" line="381"/>
        <source>A word outside the model&apos;s vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::LengthHistogram</name>
    <message>
        <location filename="../../ui/dataset/LengthHistogram.cpp" line="103"/>
        <source>tokens in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/LengthHistogram.cpp" line="114"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/LengthHistogram.cpp" line="115"/>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dataset/LengthHistogram.cpp" line="127"/>
        <source>%1 tokens: %L2 Chinese, %L3 English sentences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::LossCurves</name>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="267"/>
        <source>best %1</source>
        <extracomment>The validation with the lowest loss</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="385"/>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="387"/>
        <source>training %1, mean %2</source>
        <extracomment>The loss of one training step, and the mean around it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="390"/>
        <source>dev %1 (step %2)</source>
        <extracomment>Loss on the dev part, measured after step %2</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="391"/>
        <source>perplexity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="425"/>
        <location filename="../../ui/training/LossCurves.cpp" line="439"/>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="520"/>
        <source>Press Start: the loss of every training step will be drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="521"/>
        <source>Open a file of sentence pairs and press Start: the loss of every training step will be drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="526"/>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="527"/>
        <source>Draw the loss on a logarithmic axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="528"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="529"/>
        <source>Show the whole run and follow it (double click).
Wheel: zoom, over an axis only along it. Drag: move. Shift and drag: zoom to a rectangle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="531"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="532"/>
        <source>Write the curves to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="533"/>
        <source>Picture (PNG, SVG, PDF)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="534"/>
        <source>Numbers (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="535"/>
        <source>training, each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="536"/>
        <source>training, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="537"/>
        <source>dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="538"/>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="540"/>
        <source>loss (nats a token)</source>
        <extracomment>Unit of the loss: natural logarithm, per target token</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/LossCurves.cpp" line="541"/>
        <source>Loss curves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::MainWindow</name>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="330"/>
        <source>Training was stopped. The best model so far is at hand: translate with it, or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="332"/>
        <source>Training is complete. The best model is at hand: translate with it, or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="334"/>
        <location filename="../../ui/shell/MainWindow.cpp" line="662"/>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="340"/>
        <source>The model is saved in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="353"/>
        <source>The model %1 is open (%L2 parameters). Type a Chinese sentence to translate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="354"/>
        <source>The model %1 is open (%L2 parameters). Type an English sentence to translate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="386"/>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="387"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="388"/>
        <source>&amp;Save model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="389"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="390"/>
        <source>Save model &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="391"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="392"/>
        <source>One s&amp;tep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="393"/>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="394"/>
        <source>St&amp;op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="395"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="396"/>
        <source>Se&amp;ttings of the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="397"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="398"/>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="399"/>
        <source>&amp;How to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="400"/>
        <source>&amp;About Zhuyi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="401"/>
        <source>&amp;Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="402"/>
        <source>Curves as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="403"/>
        <source>Numbers of the curves…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="404"/>
        <source>Attention as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="405"/>
        <source>Numbers of the attention…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="406"/>
        <source>As the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="407"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="408"/>
        <source>Dar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="409"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="410"/>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="411"/>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="412"/>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="413"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="414"/>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="415"/>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="416"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="417"/>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="418"/>
        <source>Corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="419"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="420"/>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="421"/>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="422"/>
        <source>Switch between English and Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="423"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="424"/>
        <source>Preset: how large the network is and how it is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="425"/>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="438"/>
        <source>Stop training first, then open another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="439"/>
        <source>Open a corpus or a model (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="451"/>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="451"/>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="451"/>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="452"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="452"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="452"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="456"/>
        <source>Open a file of sentence pairs first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="457"/>
        <source>Pause training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="458"/>
        <source>Go on training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="459"/>
        <source>Train a new model on this corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="461"/>
        <source>Train on one batch, then pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="462"/>
        <source>End training and keep the best model so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="463"/>
        <source>Save the model in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="464"/>
        <source>Train a model or open one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="465"/>
        <source>Settings of the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="489"/>
        <source>Zhuyi – watch a model learn to pay attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="490"/>
        <source>%1[*] – Zhuyi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="504"/>
        <source>No file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="511"/>
        <source>Open a corpus or a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="516"/>
        <source>Sentence pairs and models (*.txt *.tsv *.zhuyi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="516"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="527"/>
        <source>%1 was not opened: stop training first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="528"/>
        <source>%1 was not opened: another file is still being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="537"/>
        <source>The trained model has not been saved. Open another one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="537"/>
        <source>Open without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="557"/>
        <source>Reading %1… %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="559"/>
        <source>Cutting %1 into tokens… %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="561"/>
        <source>Counting the tokens of %1… %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="566"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="614"/>
        <source>The trained model has not been saved. Train a new one in its place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="615"/>
        <source>Train without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="639"/>
        <source>Save the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="643"/>
        <source>Models (*.zhuyi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="660"/>
        <source>Unsaved model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="719"/>
        <source>The trained model has not been saved. Close the window?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="719"/>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="765"/>
        <source>How to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="767"/>
        <source>&lt;h2&gt;How to begin&lt;/h2&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Open&lt;/b&gt; a file of Chinese–English sentence pairs: one pair a line, a tab between the two sides. The Corpus panel shows what is in it.&lt;/li&gt;&lt;li&gt;Choose a &lt;b&gt;preset&lt;/b&gt;. &lt;i&gt;small&lt;/i&gt; shows something within a minute; the larger ones translate better and take longer. Every setting is explained in the settings of the run.&lt;/li&gt;&lt;li&gt;Press &lt;b&gt;Start&lt;/b&gt;. The loss falls as the model gets better at guessing the next word; the validation curve tells how well it does on sentences that it never trained on.&lt;/li&gt;&lt;li&gt;Watch the &lt;b&gt;attention&lt;/b&gt;: each row is a word that the model wrote, each column a word of the source, and the brighter a cell, the more the model looked there. It begins as noise and sharpens as the model learns which words belong together.&lt;/li&gt;&lt;li&gt;Type a sentence into the &lt;b&gt;translation&lt;/b&gt; box, while the model trains or after.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Save&lt;/b&gt; the model to open it again later, without the corpus.&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;Pause at any time, or take one step after another. The panels can be moved, enlarged, torn off and hidden; &lt;i&gt;View → Reset layout&lt;/i&gt; brings them back.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="792"/>
        <source>About Zhuyi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="794"/>
        <source>&lt;h2&gt;Zhuyi 注意 %1&lt;/h2&gt;&lt;p&gt;Watch a translation model learn to pay attention.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="799"/>
        <source>&lt;p&gt;It stands on Qt %1, LibTorch %2 and QCustomPlot.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="803"/>
        <source>&lt;p&gt;Matrix products: %1&lt;br&gt;Device: %2, threads: %3&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::MessageBar</name>
    <message>
        <location filename="../../ui/shell/MessageBar.cpp" line="114"/>
        <location filename="../../ui/shell/MessageBar.cpp" line="115"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::ProbePicker</name>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="119"/>
        <source>%1 chosen, at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="131"/>
        <source>Sentences to watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="132"/>
        <source>Search the dev set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="134"/>
        <source>Sentences of the dev set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="135"/>
        <source>Or type your own:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="136"/>
        <source>A Chinese sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="136"/>
        <source>An English sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="138"/>
        <source>Its English translation (or nothing: the model writes its own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="139"/>
        <source>Its Chinese translation (or nothing: the model writes its own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/attention/ProbePicker.cpp" line="141"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::RunSettingsDialog</name>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="48"/>
        <source>small (first look)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="50"/>
        <source>standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="52"/>
        <source>article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="54"/>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="55"/>
        <source>custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="70"/>
        <source>Settings of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="82"/>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="84"/>
        <source>A preset fills in everything below; what you change makes it your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="92"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="93"/>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="96"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="99"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="111"/>
        <source>The text settings differ from those of the open corpus: it will be tokenised anew at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="190"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training/RunSettingsDialog.cpp" line="192"/>
        <source>each epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::RunStatus</name>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="74"/>
        <source>%1: %L2 pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="77"/>
        <source>No corpus is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="91"/>
        <source>Epoch %L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="91"/>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="93"/>
        <source>Ended at step %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="95"/>
        <source>Paused at step %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="95"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="101"/>
        <source>%1 % of the run, %2 % of this epoch (step %L3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="105"/>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="106"/>
        <source>%L1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunStatus.cpp" line="107"/>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhuyi::TranslationBox</name>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="196"/>
        <source>This model reads Chinese; the text is in another language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="198"/>
        <source>This model reads English; the text is in another language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="200"/>
        <source>There is no model yet: train one or open one, and the translation appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="202"/>
        <source>The pasted text was long; its first %1 characters were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="212"/>
        <location filename="../../ui/translation/TranslationBox.cpp" line="263"/>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="217"/>
        <source>%1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="219"/>
        <source>Train a model or open one, then type here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="220"/>
        <source>Type a Chinese sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="221"/>
        <source>Type an English sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="222"/>
        <source>The model wrote nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="223"/>
        <source>The translation appears here as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="257"/>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="258"/>
        <source>Sentences to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="259"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="260"/>
        <source>Copy the translation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="261"/>
        <source>Text to translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/translation/TranslationBox.cpp" line="262"/>
        <source>Translated as you type; Ctrl+Enter translates at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
